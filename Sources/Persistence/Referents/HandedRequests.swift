import Database
import Domain

/// Requests that an absent referent gave away, and what comes back.
public struct HandedRequests {
    public struct Line: Sendable {
        public var request: ID<HelpRequest>
        public var place: ID<Neighbourhood>?
    }

    private let scope: TownTransaction
    private let live: SQL = "status IN ('awaiting_agreement', 'open', 'matched')"

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Live requests of somebody.
    public func owned(by person: ID<Person>) throws -> [Line] {
        try list(
            """
            /* HandedRequests.owned */ SELECT id, neighbourhood_id FROM help_requests
            WHERE town_id = \(scope.town) AND \(live) AND owner_id = \(person) ORDER BY id
            """)
    }

    /// Live requests that came to somebody since then.
    public func received(by person: ID<Person>, since: Moment) throws -> [Line] {
        try list(
            """
            /* HandedRequests.received */ SELECT id, neighbourhood_id FROM help_requests
            WHERE town_id = \(scope.town) AND \(live) AND owner_id = \(person) AND created_at >= \(since) ORDER BY id
            """)
    }

    /// Those given away at the beginning of an absence that are still where they were put.
    public func given(_ absence: ID<Absence>) throws -> [Line] {
        try list(
            """
            /* HandedRequests.given */ SELECT h.id, h.neighbourhood_id FROM absence_requests a
            JOIN help_requests h ON h.town_id = a.town_id AND h.id = a.request_id AND h.owner_id = a.holder_id
            WHERE a.town_id = \(scope.town) AND a.absence_id = \(absence) AND h.\(live) ORDER BY h.id
            """)
    }

    public func move(_ request: ID<HelpRequest>, to owner: ID<Person>) throws {
        try scope.sql.run(
            "/* HandedRequests.move */ UPDATE help_requests SET owner_id = \(owner) WHERE town_id = \(scope.town) AND id = \(request)")
    }

    public func remember(_ request: ID<HelpRequest>, with holder: ID<Person>, for absence: ID<Absence>) throws {
        try scope.sql.run(
            """
            /* HandedRequests.remember */ INSERT INTO absence_requests (town_id, absence_id, request_id, holder_id)
            VALUES (\(scope.town), \(absence), \(request), \(holder))
            ON CONFLICT (town_id, absence_id, request_id) DO UPDATE SET holder_id = excluded.holder_id
            """)
    }

    private func list(_ query: SQL) throws -> [Line] {
        var lines: [Line] = []
        try scope.sql.run(query) { lines.append(Line(request: try $0.next(), place: try $0.next())) }
        return lines
    }
}
