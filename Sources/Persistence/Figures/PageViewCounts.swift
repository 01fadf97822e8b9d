import Database
import Domain

/// Counts of page views by local day and kind of page; nothing tells who looked.
public struct PageViewCounts {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// - Parameters:
    ///   - page: the route, such as `/demandes/{id}`; never an address with an id or a token.
    ///   - day: `2026-11-21`.
    public func add(_ views: Int, of page: String, on day: String) throws {
        try scope.sql.run(
            """
            /* PageViewCounts.add */ INSERT INTO page_views (town_id, day, page, views)
            VALUES (\(scope.town), \(day), \(page), \(views))
            ON CONFLICT (town_id, day, page) DO UPDATE SET views = page_views.views + excluded.views
            """)
    }
}
