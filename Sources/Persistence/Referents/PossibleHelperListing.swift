import Database
import Domain

/// Whom a referent might ring for one request: willing, awake, trusted enough; neighbours first, the longest unasked before others.
public struct PossibleHelperListing {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func near(_ request: HelpRequest, tier: TrustTier, now: Moment, limit: Int) throws -> [ID<Person>] {
        let nearFirst: SQL = request.neighbourhood.map { "CASE WHEN h.neighbourhood_id = \($0) THEN 0 ELSE 1 END" } ?? "0"
        var people: [ID<Person>] = []
        try scope.sql.run(
            """
            /* PossibleHelperListing.near */ SELECT h.person_id FROM helper_categories c
            JOIN helpers h ON h.town_id = c.town_id AND h.person_id = c.person_id
            WHERE c.town_id = \(scope.town) AND c.category_id = \(request.category) AND h.is_active = 1 AND h.tier >= \(tier)
              AND (h.paused_until IS NULL OR h.paused_until <= \(now))
              AND h.person_id <> \(request.asker) AND h.person_id <> \(request.beneficiary)
              AND NOT EXISTS (SELECT 1 FROM asks a WHERE a.town_id = c.town_id AND a.request_id = \(request.id)
                AND a.helper_id = h.person_id AND a.answer IN ('no', 'never', 'yes'))
              AND h.person_id NOT IN (\(ContactStops.held(in: scope.town)))
              AND h.person_id NOT IN (\(Blocks.others(of: [request.asker, request.beneficiary], in: scope.town)))
            ORDER BY \(nearFirst), coalesce(h.last_asked_at, 0), h.person_id LIMIT \(limit)
            """
        ) { people.append(try $0.next()) }
        return people
    }
}
