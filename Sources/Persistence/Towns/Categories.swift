import Database
import Domain

/// A town's kinds of help.
public struct Categories {
    private static let columns: SQL =
        "id, key, labels, guidance, icon, mode, tier, position, is_active, reviews_texts, starts_on, leaves_out"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// In the town's order, those switched off included.
    public func all() throws -> [Category] {
        var categories: [Category] = []
        try scope.sql.run(
            """
            /* Categories.all */ SELECT \(Self.columns) FROM categories
            WHERE town_id = \(scope.town) ORDER BY position, key
            """
        ) { categories.append(try Category(row: &$0)) }
        return categories
    }

    public func find(_ id: ID<Category>) throws -> Category? {
        var category: Category?
        try scope.sql.run(
            """
            /* Categories.find */ SELECT \(Self.columns) FROM categories
            WHERE town_id = \(scope.town) AND id = \(id)
            """
        ) { category = try Category(row: &$0) }
        return category
    }

    public func save(_ category: Category) throws {
        try scope.sql.run(
            """
            /* Categories.save */ INSERT INTO categories (town_id, id, key, labels, guidance, icon, mode, tier, position, is_active,
              reviews_texts, starts_on, leaves_out)
            VALUES (\(scope.town), \(category.id), \(category.key), \(try JSONColumn.write(category.labels)),
                    \(try JSONColumn.write(category.guidance)), \(category.icon), \(category.mode), \(category.tier),
                    \(category.position), \(category.isActive), \(category.reviewsTexts), \(category.startsOn),
                    \(Rung.text(Rung.allCases.filter(category.leavesOut.contains))))
            ON CONFLICT (town_id, id) DO UPDATE SET labels = excluded.labels, guidance = excluded.guidance, icon = excluded.icon,
              mode = excluded.mode, tier = excluded.tier, position = excluded.position, is_active = excluded.is_active,
              reviews_texts = excluded.reviews_texts, starts_on = excluded.starts_on, leaves_out = excluded.leaves_out
            """)
    }

    /// Its needs leave the public list: they are inside the home now, or with money.
    public func hideNeeds(of category: ID<Category>) throws {
        try scope.sql.run(
            """
            /* Categories.hideNeeds */ UPDATE help_requests SET is_public = 0
            WHERE town_id = \(scope.town) AND category_id = \(category) AND is_public = 1
            """)
    }
}

extension Category {
    fileprivate init(row: inout Row) throws {
        self.init(
            id: try row.next(), key: try row.next(), labels: try JSONColumn.read(try row.next()),
            guidance: try JSONColumn.read(try row.next()), icon: try row.next(), mode: try row.next(), tier: try row.next(),
            position: try row.next(), isActive: try row.next(), reviewsTexts: try row.next())
        startsOn = try row.next()
        leavesOut = Set(Rung.list(try row.next()))
    }
}
