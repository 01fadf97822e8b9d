import Database
import Domain

/// What the measure of the load is made of: counts, no row of a person.
public struct LoadListing {
    /// A number of 64 bits holds so many kinds of help.
    private static let mostCategories = 60
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Helpers who are awake and can be written to, those alike as one.
    /// - Parameter extraAsks: a week, on top of what each chose.
    public func groups(_ categories: [Category], extraAsks: Int, now: Moment) throws -> [HelperGroup] {
        let known = Array(categories.prefix(Self.mostCategories))
        guard !known.isEmpty else { return [] }
        let cases: SQL = known.enumerated().map { place, category -> SQL in "WHEN \(category.id) THEN \(Int64(1) << Int64(place))" }
            .joined(" ")
        var groups: [HelperGroup] = []
        try scope.sql.run(
            """
            /* LoadListing.groups */ SELECT kinds, neighbourhood_id, radius, is_remote_only, tier, is_minor, has_parental_authorisation,
              count(*), CAST(sum(CASE WHEN asks < 0 THEN 0 ELSE asks END) AS BIGINT)
            FROM (SELECT h.neighbourhood_id, h.radius, h.is_remote_only, h.tier, h.is_minor, h.has_parental_authorisation,
                    (SELECT CAST(sum(CASE c.category_id \(cases) ELSE 0 END) AS BIGINT) FROM helper_categories c
                     WHERE c.town_id = h.town_id AND c.person_id = h.person_id) AS kinds,
                    h.weekly_asks + \(extraAsks) - (SELECT count(*) FROM matches m
                     WHERE m.town_id = h.town_id AND m.helper_id = h.person_id AND m.status = 'active') AS asks
                  FROM helpers h WHERE h.town_id = \(scope.town) AND \(awake(now))) AS one
            GROUP BY kinds, neighbourhood_id, radius, is_remote_only, tier, is_minor, has_parental_authorisation
            """
        ) { groups.append(try Self.group(&$0, known)) }
        return groups
    }

    private func awake(_ now: Moment) -> SQL {
        """
        h.is_active = 1 AND h.asleep_since IS NULL AND (h.paused_until IS NULL OR h.paused_until <= \(now))
        AND EXISTS (SELECT 1 FROM people p WHERE p.town_id = h.town_id AND p.id = h.person_id AND p.email IS NOT NULL
                    AND p.channel = 'email')
        AND h.person_id NOT IN (\(ContactStops.held(in: scope.town)))
        """
    }

    private static func group(_ row: inout Row, _ categories: [Category]) throws -> HelperGroup {
        let kinds: Int64 = try row.next() ?? 0
        var helper = Helper(person: ID(high: 0, low: 0), joinedAt: Moment(milliseconds: 0))
        helper.categories = Set(categories.enumerated().filter { kinds >> Int64($0.offset) & 1 == 1 }.map(\.element.id))
        helper.neighbourhood = try row.next()
        helper.radius = try row.next()
        helper.isRemoteOnly = try row.next()
        helper.tier = try row.next()
        helper.isMinor = try row.next()
        helper.hasParentalAuthorisation = try row.next()
        return HelperGroup(sample: helper, count: try row.next(), asks: try row.next())
    }

    /// What is open and under way, and how many came since.
    public func work(since: Moment) throws -> [LoadCell: (work: LoadWork, arrived: Int)] {
        var cells: [LoadCell: (LoadWork, Int)] = [:]
        try scope.sql.run(
            """
            /* LoadListing.work */ SELECT category_id, neighbourhood_id, count(*) FILTER (WHERE status = 'open'),
              count(*) FILTER (WHERE status = 'matched'), count(*) FILTER (WHERE created_at >= \(since) AND status <> 'cancelled')
            FROM help_requests
            WHERE town_id = \(scope.town) AND (status IN ('open', 'matched') OR created_at >= \(since))
            GROUP BY category_id, neighbourhood_id
            """
        ) { row in
            let cell = LoadCell(try row.next(), try row.next())
            let work = LoadWork(open: try row.next(), matched: try row.next())
            cells[cell] = (work, try row.next())
        }
        return cells
    }

    /// When the town's first request came.
    public func firstRequest() throws -> Moment? {
        try scope.sql.value("/* LoadListing.first */ SELECT min(created_at) FROM help_requests WHERE town_id = \(scope.town)")
    }
}
