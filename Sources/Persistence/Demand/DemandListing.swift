import Database
import Domain

/// Counts of what was asked and of who lives where; no row of a person is read.
public struct DemandListing {
    public struct Count: Sendable, Equatable {
        public var asked: Int
        public var unmet: Int
        public var slow: Int
    }

    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Requests since then, but for those withdrawn before anybody was asked.
    /// - Parameter slow: without a yes for longer than this.
    public func cells(since: Moment, slow: Duration, now: Moment) throws -> [LoadCell: Count] {
        var cells: [LoadCell: Count] = [:]
        try scope.sql.run(
            """
            /* DemandListing.cells */ SELECT r.category_id, r.neighbourhood_id, count(*),
              count(*) FILTER (WHERE r.status = 'closed' AND r.outcome = 'not_helped'),
              count(*) FILTER (WHERE coalesce(r.matched_at, r.closed_at, \(now)) - r.created_at > \(slow.inMilliseconds))
            FROM help_requests r
            WHERE r.town_id = \(scope.town) AND r.created_at >= \(since)
              AND (r.status <> 'cancelled' OR EXISTS (SELECT 1 FROM asks a WHERE a.town_id = r.town_id AND a.request_id = r.id))
            GROUP BY r.category_id, r.neighbourhood_id
            """
        ) { row in
            let cell = LoadCell(try row.next(), try row.next())
            cells[cell] = Count(asked: try row.next(), unmet: try row.next(), slow: try row.next())
        }
        return cells
    }

    /// When each quartier last asked for anything; nil is no quartier named.
    public func lastAsked() throws -> [ID<Neighbourhood>?: Moment] {
        var moments: [ID<Neighbourhood>?: Moment] = [:]
        try scope.sql.run(
            """
            /* DemandListing.lastAsked */ SELECT neighbourhood_id, max(created_at) FROM help_requests
            WHERE town_id = \(scope.town) GROUP BY neighbourhood_id
            """
        ) { row in
            let place: ID<Neighbourhood>? = try row.next()
            moments[place] = try row.next() as Moment
        }
        return moments
    }

    /// Active helpers by where they live.
    public func helpers() throws -> [ID<Neighbourhood>?: Int] {
        try counts(
            """
            /* DemandListing.helpers */ SELECT neighbourhood_id, count(*) FROM helpers
            WHERE town_id = \(scope.town) AND is_active = 1 GROUP BY neighbourhood_id
            """)
    }

    /// People whom the service knows, born in this year or before.
    public func people(bornUntil year: Int) throws -> [ID<Neighbourhood>?: Int] {
        try counts(
            """
            /* DemandListing.people */ SELECT neighbourhood_id, count(*) FROM people
            WHERE town_id = \(scope.town) AND birth_year <= \(year) GROUP BY neighbourhood_id
            """)
    }

    private func counts(_ query: SQL) throws -> [ID<Neighbourhood>?: Int] {
        var counts: [ID<Neighbourhood>?: Int] = [:]
        try scope.sql.run(query) { row in
            let place: ID<Neighbourhood>? = try row.next()
            counts[place] = try row.next() as Int
        }
        return counts
    }
}
