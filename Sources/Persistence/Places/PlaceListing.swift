import Database
import Domain

/// Public needs and offers counted by kind, quartier and cell: a walk over what the public lists show one by one.
public struct PlaceListing {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// - Parameter categories: those that count.
    public func needs(categories: [ID<Category>], neighbourhood: ID<Neighbourhood>?) throws -> [PlaceCount] {
        try list(Self.needs(town: scope.town, categories: categories, neighbourhood: neighbourhood))
    }

    /// - Parameter categories: those that count.
    public func offers(categories: [ID<Category>], neighbourhood: ID<Neighbourhood>?, now: Moment) throws -> [PlaceCount] {
        try list(Self.offers(town: scope.town, categories: categories, neighbourhood: neighbourhood, now: now))
    }

    /// Public so that a test can ask the engines for its plan.
    public static func needs(town: Int, categories: [ID<Category>], neighbourhood: ID<Neighbourhood>?) -> SQL {
        var query: SQL = """
            /* PlaceListing.needs */ SELECT category_id, neighbourhood_id, cell, count(*) FROM help_requests
            WHERE town_id = \(town) AND is_public = 1 AND \(sqlite: "+")category_id IN \(list: categories)
            """
        if let neighbourhood { query = "\(query) AND neighbourhood_id = \(neighbourhood)" }
        return "\(query) GROUP BY category_id, neighbourhood_id, cell"
    }

    /// Public so that a test can ask the engines for its plan.
    public static func offers(town: Int, categories: [ID<Category>], neighbourhood: ID<Neighbourhood>?, now: Moment) -> SQL {
        var query: SQL = """
            /* PlaceListing.offers */ SELECT o.category_id, o.neighbourhood_id, o.cell, count(*) FROM \(OfferListing.from)
            WHERE o.town_id = \(town) AND o.status = 'active' AND \(OfferListing.able) AND (h.paused_until IS NULL OR h.paused_until <= \(now))
              AND \(sqlite: "+")o.category_id IN \(list: categories)
            """
        if let neighbourhood { query = "\(query) AND o.neighbourhood_id = \(neighbourhood)" }
        return "\(query) GROUP BY o.category_id, o.neighbourhood_id, o.cell"
    }

    private func list(_ query: SQL) throws -> [PlaceCount] {
        var counts: [PlaceCount] = []
        try scope.sql.run(query) { row in
            counts.append(
                PlaceCount(category: try row.next(), neighbourhood: try row.next(), cell: try row.next(), count: try row.next()))
        }
        return counts
    }
}
