import Database
import Domain

/// Who helps whom. The schema allows one active match per request, so that of two simultaneous yeses one wins.
public struct Matches {
    static let columns: SQL =
        "id, request_id, helper_id, offer_id, origin, frame, insurance_version, status, created_at, ended_at, appointment_at"
    let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func find(_ id: ID<Match>) throws -> Match? {
        try list("/* Matches.find */ SELECT \(Self.columns) FROM matches WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    public func active(for request: ID<HelpRequest>) throws -> Match? {
        try list(
            """
            /* Matches.active */ SELECT \(Self.columns) FROM matches
            WHERE town_id = \(scope.town) AND request_id = \(request) AND status = 'active'
            """
        ).first
    }

    /// The last one of a request, ended or not.
    public func latest(for request: ID<HelpRequest>) throws -> Match? {
        try list(
            """
            /* Matches.latest */ SELECT \(Self.columns) FROM matches
            WHERE town_id = \(scope.town) AND request_id = \(request) ORDER BY created_at DESC, id DESC LIMIT 1
            """
        ).first
    }

    public func of(helper: ID<Person>) throws -> [Match] {
        try list(
            """
            /* Matches.ofHelper */ SELECT \(Self.columns) FROM matches
            WHERE town_id = \(scope.town) AND helper_id = \(helper) ORDER BY created_at DESC, id DESC LIMIT 100
            """)
    }

    /// All those in which one person helps, or asked, newest first.
    public func about(_ person: ID<Person>) throws -> [Match] {
        try list(
            """
            /* Matches.about */ SELECT \(Self.columns) FROM matches
            WHERE town_id = \(scope.town) AND (helper_id = \(person) OR request_id IN
              (SELECT id FROM help_requests WHERE town_id = \(scope.town) AND asker_id = \(person)))
            ORDER BY created_at DESC, id DESC
            """)
    }

    public func insert(_ match: Match) throws {
        let values: [any Bindable] = [
            scope.town, match.id, match.request, match.helper, match.offer, match.origin, match.frame, match.insuranceVersion, match.status,
            match.createdAt, match.endedAt, match.appointmentAt,
        ]
        try scope.sql.run("/* Matches.insert */ INSERT INTO matches (town_id, \(Self.columns)) VALUES \(row: values)")
    }

    public func save(_ match: Match) throws {
        try scope.sql.run(
            """
            /* Matches.save */ UPDATE matches SET status = \(match.status), ended_at = \(match.endedAt), frame = \(match.frame),
              appointment_at = \(match.appointmentAt)
            WHERE town_id = \(scope.town) AND id = \(match.id)
            """)
    }

    private func list(_ query: SQL) throws -> [Match] {
        var matches: [Match] = []
        try scope.sql.run(query) { row in
            var match = Match(
                id: try row.next(), request: try row.next(), helper: try row.next(), offer: try row.next(), origin: try row.next(),
                frame: try row.next(), insuranceVersion: try row.next(), createdAt: Moment(milliseconds: 0))
            match.status = try row.next()
            match.createdAt = try row.next()
            match.endedAt = try row.next()
            match.appointmentAt = try row.next()
            matches.append(match)
        }
        return matches
    }
}
