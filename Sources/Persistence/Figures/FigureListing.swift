import Database
import Domain

/// Counts of a town over a time; no row of a person is read.
public struct FigureListing {
    private let scope: TownTransaction
    private let from: Moment
    private let to: Moment

    public init(_ scope: TownTransaction, from: Moment, to: Moment) {
        self.scope = scope
        self.from = from
        self.to = to
    }

    /// Not those withdrawn before anybody was asked.
    private var counted: SQL {
        """
        r.town_id = \(scope.town) AND r.created_at >= \(from) AND r.created_at < \(to)
        AND (r.status <> 'cancelled' OR EXISTS (SELECT 1 FROM asks a WHERE a.town_id = r.town_id AND a.request_id = r.id))
        """
    }

    public func categories() throws -> [TownFigures.CategoryRow] {
        var rows: [TownFigures.CategoryRow] = []
        try scope.sql.run(
            """
            /* FigureListing.categories */ SELECT r.category_id, count(*), count(*) FILTER (WHERE r.outcome IN ('helped', 'partly'))
            FROM help_requests r WHERE \(counted) GROUP BY r.category_id ORDER BY count(*) DESC, r.category_id
            """
        ) { rows.append(.init(category: try $0.next(), requests: try $0.next(), served: try $0.next())) }
        return rows
    }

    /// Requests and those served, by the number of days since 1970 of their creation in local time.
    public func days(offset: Int64) throws -> [(day: Int, requests: Int, served: Int)] {
        var rows: [(Int, Int, Int)] = []
        try scope.sql.run(
            """
            /* FigureListing.days */ SELECT d.day, count(*), count(*) FILTER (WHERE d.outcome IN ('helped', 'partly'))
            FROM (SELECT (r.created_at + \(offset)) / 86400000 AS day, r.outcome FROM help_requests r WHERE \(counted)) AS d
            GROUP BY d.day
            """
        ) { rows.append((try $0.next(), try $0.next(), try $0.next())) }
        return rows
    }

    public func newHelpers(offset: Int64) throws -> [(day: Int, count: Int)] {
        var rows: [(Int, Int)] = []
        try scope.sql.run(
            """
            /* FigureListing.newHelpers */ SELECT d.day, count(*)
            FROM (SELECT (h.joined_at + \(offset)) / 86400000 AS day
                  FROM (SELECT joined_at FROM helpers WHERE town_id = \(scope.town)
                        UNION ALL SELECT joined_at FROM former_helpers WHERE town_id = \(scope.town)) AS h
                  WHERE h.joined_at >= \(from) AND h.joined_at < \(to)) AS d
            GROUP BY d.day
            """
        ) { rows.append((try $0.next(), try $0.next())) }
        return rows
    }

    /// Milliseconds; the middle one when requests without a yes stand last.
    public func medianTimeToYes(of total: Int) throws -> Int64? {
        guard total > 0 else { return nil }
        var middle: Int64?
        try scope.sql.run(
            """
            /* FigureListing.median */ SELECT r.matched_at - r.created_at FROM help_requests r WHERE \(counted)
            ORDER BY (CASE WHEN r.matched_at IS NULL THEN 1 ELSE 0 END), r.matched_at - r.created_at
            LIMIT 1 OFFSET \((total - 1) / 2)
            """
        ) { middle = try $0.next() }
        return middle
    }

    public func activeHelpers() throws -> Int {
        try scope.sql.value(
            "/* FigureListing.activeHelpers */ SELECT count(*) FROM helpers WHERE town_id = \(scope.town) AND is_active = 1") ?? 0
    }

    public func activeOffers() throws -> Int {
        try scope.sql.value(
            "/* FigureListing.activeOffers */ SELECT count(*) FROM offers WHERE town_id = \(scope.town) AND status = 'active'") ?? 0
    }

    /// Views by day, `2026-11-21`.
    public func views(fromDay: String) throws -> [(day: String, views: Int)] {
        var rows: [(String, Int)] = []
        try scope.sql.run(
            """
            /* FigureListing.views */ SELECT day, CAST(sum(views) AS BIGINT) FROM page_views
            WHERE town_id = \(scope.town) AND day >= \(fromDay) GROUP BY day
            """
        ) { rows.append((try $0.next(), try $0.next())) }
        return rows
    }
}
