import Database
import Domain

/// The decisions about a crisis; the schema lets one be in force at a time.
public struct Crises {
    private static let columns: SQL = "id, decided_by, reason, from_at, until_at, warned_at, ended_at, ended_by"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// The one that nothing has ended yet.
    public func open() throws -> Crisis? {
        try list("/* Crises.open */ SELECT \(Self.columns) FROM crises WHERE town_id = \(scope.town) AND ended_at IS NULL").first
    }

    /// Newest first.
    public func latest(_ limit: Int) throws -> [Crisis] {
        try list(
            """
            /* Crises.latest */ SELECT \(Self.columns) FROM crises
            WHERE town_id = \(scope.town) ORDER BY from_at DESC, id DESC LIMIT \(limit)
            """)
    }

    /// All that one person decided or ended.
    public func by(_ person: ID<Person>) throws -> [Crisis] {
        try list(
            """
            /* Crises.by */ SELECT \(Self.columns) FROM crises
            WHERE town_id = \(scope.town) AND (decided_by = \(person) OR ended_by = \(person)) ORDER BY from_at, id
            """)
    }

    public func insert(_ crisis: Crisis) throws {
        try scope.sql.run(
            """
            /* Crises.insert */ INSERT INTO crises (town_id, id, decided_by, reason, from_at, until_at)
            VALUES (\(scope.town), \(crisis.id), \(crisis.decidedBy), \(crisis.reason), \(crisis.from), \(crisis.until))
            """)
    }

    public func save(_ crisis: Crisis) throws {
        try scope.sql.run(
            """
            /* Crises.save */ UPDATE crises SET warned_at = \(crisis.warnedAt), ended_at = \(crisis.endedAt), ended_by = \(crisis.endedBy)
            WHERE town_id = \(scope.town) AND id = \(crisis.id)
            """)
    }

    private func list(_ query: SQL) throws -> [Crisis] {
        var crises: [Crisis] = []
        try scope.sql.run(query) { row in
            var crisis = Crisis(
                id: try row.next(), decidedBy: try row.next(), reason: try row.next(), from: try row.next(), until: try row.next())
            crisis.warnedAt = try row.next()
            crisis.endedAt = try row.next()
            crisis.endedBy = try row.next()
            crises.append(crisis)
        }
        return crises
    }
}
