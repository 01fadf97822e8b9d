import Database
import Domain

/// The public list of offers, newest first: those of helpers who are there and trusted far enough for what they offer (B-02, B-08).
/// One walk along one partial index; the helper and the category of each row are found by their keys.
public struct OfferListing {
    private static let columns: SQL = """
        o.id, o.category_id, o.neighbourhood_id, h.days, h.from_hour, h.to_hour, h.is_remote_only, h.radius, h.travel,
        CASE WHEN o.review = 'approved' THEN o.public_text END, o.created_at
        """
    static let from: SQL = """
        offers o JOIN helpers h ON h.town_id = o.town_id AND h.person_id = o.person_id
          JOIN categories c ON c.town_id = o.town_id AND c.id = o.category_id
        """
    static let able: SQL = """
        h.is_active = 1 AND h.tier >= c.tier AND (h.is_minor = 0 OR (h.has_parental_authorisation = 1 AND c.tier <= 1))
          AND NOT EXISTS (SELECT 1 FROM contact_stops s
                          WHERE s.town_id = h.town_id AND s.person_id = h.person_id AND s.ended_at IS NULL)
        """
    private let scope: TownTransaction
    private let now: Moment

    public init(_ scope: TownTransaction, now: Moment) {
        self.scope = scope
        self.now = now
    }

    /// - Parameter categories: those that suit; nil for all.
    public func page(
        category: ID<Category>?, neighbourhood: ID<Neighbourhood>?, categories: [ID<Category>]?, after cursor: PageCursor<Offer>,
        limit: Int
    ) throws -> [PublicOffer] {
        try list(
            Self.query(
                town: scope.town, category: category, neighbourhood: neighbourhood, categories: categories, after: cursor, limit: limit,
                now: now))
    }

    /// Nil for what is not public, or no longer.
    public func find(_ id: ID<Offer>) throws -> PublicOffer? {
        try list(
            """
            /* OfferListing.find */ SELECT \(Self.columns) FROM \(Self.from)
            WHERE o.town_id = \(scope.town) AND o.id = \(id) AND o.status = 'active' AND \(Self.able)
              AND (h.paused_until IS NULL OR h.paused_until <= \(now))
            """
        ).first
    }

    /// Those of these that are public now.
    public func find(_ ids: [ID<Offer>]) throws -> [PublicOffer] {
        try list(
            """
            /* OfferListing.findAll */ SELECT \(Self.columns) FROM \(Self.from)
            WHERE o.town_id = \(scope.town) AND o.id IN \(list: ids) AND o.status = 'active' AND \(Self.able)
              AND (h.paused_until IS NULL OR h.paused_until <= \(now))
            """)
    }

    /// Where the public measures each active offer from, oldest first; whether its helper is there is looked at when it is shown.
    public static func placed(in scope: TownTransaction) throws -> [Placed<Offer>] {
        var placed: [Placed<Offer>] = []
        try scope.sql.run(
            """
            /* OfferListing.placed */ SELECT id, category_id, neighbourhood_id, cell, created_at FROM offers
            WHERE town_id = \(scope.town) AND status = 'active' ORDER BY created_at, id
            """
        ) { placed.append(try Placed(row: &$0)) }
        return placed
    }

    /// Public so that a test can ask the engines for its plan.
    public static func query(
        town: Int, category: ID<Category>?, neighbourhood: ID<Neighbourhood>?, categories: [ID<Category>]?,
        after cursor: PageCursor<Offer>, limit: Int, now: Moment
    ) -> SQL {
        var query: SQL = """
            /* OfferListing.page */ SELECT \(columns) FROM \(from) WHERE o.town_id = \(town) AND o.status = 'active' AND \(able)
            """
        if let category {
            query = "\(query) AND o.category_id = \(category)"
            if let neighbourhood { query = "\(query) AND \(sqlite: "+")o.neighbourhood_id = \(neighbourhood)" }
        } else {
            if let neighbourhood { query = "\(query) AND o.neighbourhood_id = \(neighbourhood)" }
            if let categories { query = "\(query) AND \(sqlite: "+")o.category_id IN \(list: categories)" }
        }
        return """
            \(query) AND (h.paused_until IS NULL OR h.paused_until <= \(now))
              AND (o.created_at, o.id) < (\(cursor.createdAt), \(cursor.id)) ORDER BY o.created_at DESC, o.id DESC LIMIT \(limit)
            """
    }

    private func list(_ query: SQL) throws -> [PublicOffer] {
        var offers: [PublicOffer] = []
        try scope.sql.run(query) { offers.append(try PublicOffer(row: &$0)) }
        return offers
    }
}

extension PublicOffer {
    fileprivate init(row: inout Row) throws {
        let id: ID<Offer> = try row.next()
        let category: ID<Domain.Category> = try row.next()
        let neighbourhood: ID<Neighbourhood>? = try row.next()
        let time = FreeTime(weekdays: Helper.weekdays(mask: try row.next()), fromHour: try row.next(), toHour: try row.next())
        let isRemoteOnly: Bool = try row.next()
        let radius: Int = try row.next()
        self.init(
            id: id, category: category, neighbourhood: neighbourhood, time: time,
            reach: Reach(radius: radius, isRemoteOnly: isRemoteOnly), travel: try row.next(), text: try row.next(),
            createdAt: try row.next())
    }
}
