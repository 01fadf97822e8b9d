import Database
import Domain
import Secrets

/// When the mayor called out the communal reserve; who decided and why are sealed.
public struct ReserveActivations {
    private static let columns: SQL = "id, decider, why, from_at, until_at, recorded_by, recorded_at, closed_by, closed_at"
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    public func insert(_ activation: ReserveActivation) throws {
        let row = activation.id.bytes
        try scope.sql.run(
            """
            /* ReserveActivations.insert */ INSERT INTO reserve_activations
              (town_id, id, decider, why, from_at, until_at, recorded_by, recorded_at)
            VALUES (\(scope.town), \(activation.id), \(try sealer.seal(activation.decidedBy, "reserve_activations", "decider", row)),
              \(try sealer.seal(activation.why, "reserve_activations", "why", row)), \(activation.from), \(activation.until),
              \(activation.recordedBy), \(activation.recordedAt))
            """)
    }

    public func close(_ id: ID<ReserveActivation>, by person: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            """
            /* ReserveActivations.close */ UPDATE reserve_activations SET closed_by = \(person), closed_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(id) AND closed_at IS NULL
            """)
    }

    public func find(_ id: ID<ReserveActivation>) throws -> ReserveActivation? {
        try list(
            "/* ReserveActivations.find */ SELECT \(Self.columns) FROM reserve_activations WHERE town_id = \(scope.town) AND id = \(id)"
        ).first
    }

    /// Newest first.
    public func all() throws -> [ReserveActivation] {
        try list(
            """
            /* ReserveActivations.all */ SELECT \(Self.columns) FROM reserve_activations
            WHERE town_id = \(scope.town) ORDER BY from_at DESC, id DESC LIMIT 100
            """)
    }

    /// Those that were in force at some time of a span, ended ones included.
    public func between(_ start: Moment, _ end: Moment) throws -> [ReserveActivation] {
        try list(
            """
            /* ReserveActivations.between */ SELECT \(Self.columns) FROM reserve_activations
            WHERE town_id = \(scope.town) AND from_at < \(end) AND until_at > \(start) ORDER BY from_at, id
            """)
    }

    /// Open now, or still to come.
    public func ahead(of now: Moment) throws -> [ReserveActivation] {
        try list(
            """
            /* ReserveActivations.ahead */ SELECT \(Self.columns) FROM reserve_activations
            WHERE town_id = \(scope.town) AND closed_at IS NULL AND until_at > \(now) ORDER BY from_at, id
            """)
    }

    public func isOpen(at now: Moment) throws -> Bool { try ahead(of: now).contains { $0.isOpen(at: now) } }

    /// Those that somebody wrote down or ended.
    public func about(_ person: ID<Person>) throws -> [ReserveActivation] {
        try list(
            """
            /* ReserveActivations.about */ SELECT \(Self.columns) FROM reserve_activations
            WHERE town_id = \(scope.town) AND (recorded_by = \(person) OR closed_by = \(person)) ORDER BY recorded_at, id
            """)
    }

    private func list(_ query: SQL) throws -> [ReserveActivation] {
        var activations: [ReserveActivation] = []
        try scope.sql.run(query) { row in
            let id: ID<ReserveActivation> = try row.next()
            let decider = try sealer.open(try row.next() as [UInt8]?, "reserve_activations", "decider", id.bytes) ?? ""
            let why = try sealer.open(try row.next() as [UInt8]?, "reserve_activations", "why", id.bytes) ?? ""
            var activation = ReserveActivation(
                id: id, decidedBy: decider, why: why, from: try row.next(), until: try row.next(), recordedBy: try row.next(),
                recordedAt: try row.next())
            activation.closedBy = try row.next()
            activation.closedAt = try row.next()
            activations.append(activation)
        }
        return activations
    }
}
