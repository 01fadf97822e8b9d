import Database
import Domain

/// The public list of needs, newest first: one walk along one partial index, whatever the filter.
public struct NeedListing {
    private static let columns: SQL = """
        id, category_id, neighbourhood_id, wanted_kind, wanted_on, rhythm, CASE WHEN review = 'approved' THEN public_text END, created_at
        """
    private let scope: TownTransaction
    private let calendar: RoughCalendar

    public init(_ scope: TownTransaction, calendar: RoughCalendar) {
        self.scope = scope
        self.calendar = calendar
    }

    /// - Parameter categories: those that suit; nil for all. Where only a few of many suit, the walk passes over the others.
    public func page(
        category: ID<Category>?, neighbourhood: ID<Neighbourhood>?, categories: [ID<Category>]?, after cursor: PageCursor<HelpRequest>,
        limit: Int
    ) throws -> [Need] {
        try list(
            Self.query(
                town: scope.town, category: category, neighbourhood: neighbourhood, categories: categories, after: cursor, limit: limit))
    }

    /// Nil for what is not public, or no longer.
    public func find(_ id: ID<HelpRequest>) throws -> Need? {
        try list(
            "/* NeedListing.find */ SELECT \(Self.columns) FROM help_requests WHERE town_id = \(scope.town) AND id = \(id) AND is_public = 1"
        ).first
    }

    /// Those of these that are public now.
    public func find(_ ids: [ID<HelpRequest>]) throws -> [Need] {
        try list(Self.findQuery(ids, town: scope.town))
    }

    /// Public so that a test can ask the engines for its plan.
    public static func findQuery(_ ids: [ID<HelpRequest>], town: Int) -> SQL {
        """
        /* NeedListing.findAll */ SELECT \(columns) FROM help_requests WHERE town_id = \(town) AND is_public = 1 AND id IN \(list: ids)
        """
    }

    /// Where the public measures each of them from, oldest first.
    public static func placed(in scope: TownTransaction) throws -> [Placed<HelpRequest>] {
        var placed: [Placed<HelpRequest>] = []
        try scope.sql.run(placedQuery(town: scope.town)) { placed.append(try Placed(row: &$0)) }
        return placed
    }

    /// Public so that a test can ask the engines for its plan.
    public static func placedQuery(town: Int) -> SQL {
        """
        /* NeedListing.placed */ SELECT id, category_id, neighbourhood_id, cell, created_at FROM help_requests
        WHERE town_id = \(town) AND is_public = 1 ORDER BY created_at, id
        """
    }

    /// Public so that a test can ask the engines for its plan.
    public static func query(
        town: Int, category: ID<Category>?, neighbourhood: ID<Neighbourhood>?, categories: [ID<Category>]?,
        after cursor: PageCursor<HelpRequest>, limit: Int
    ) -> SQL {
        var query: SQL =
            "/* NeedListing.page */ SELECT \(columns) FROM help_requests WHERE town_id = \(town) AND is_public = 1"
        if let category {
            // The unary plus keeps SQLite on the category's index, which is in order.
            query = "\(query) AND category_id = \(category)"
            if let neighbourhood { query = "\(query) AND \(sqlite: "+")neighbourhood_id = \(neighbourhood)" }
        } else {
            if let neighbourhood { query = "\(query) AND neighbourhood_id = \(neighbourhood)" }
            if let categories { query = "\(query) AND \(sqlite: "+")category_id IN \(list: categories)" }
        }
        return """
            \(query) AND (created_at, id) < (\(cursor.createdAt), \(cursor.id)) ORDER BY created_at DESC, id DESC LIMIT \(limit)
            """
    }

    private func list(_ query: SQL) throws -> [Need] {
        var needs: [Need] = []
        try scope.sql.run(query) { row in
            needs.append(
                Need(
                    id: try row.next(), category: try row.next(), neighbourhood: try row.next(),
                    time: calendar.time(try WhenWanted(row: &row)), text: try row.next(), createdAt: try row.next()))
        }
        return needs
    }
}
