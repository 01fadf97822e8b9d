import Database
import Domain

/// Availabilities of a town: private, never a list for people to read.
public struct Helpers {
    static let columns: SQL = """
        person_id, is_active, neighbourhood_id, days, from_hour, to_hour, radius, travel, is_remote_only, languages, paused_until,
        weekly_asks, tier, charter_version, charter_accepted_at, is_minor, has_parental_authorisation, joined_at, last_asked_at,
        meeting_asked_at, asleep_since, returned_at, accepts_nights
        """
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func find(_ person: ID<Person>) throws -> Helper? {
        var helper: Helper?
        try scope.sql.run(
            "/* Helpers.find */ SELECT \(Self.columns) FROM helpers WHERE town_id = \(scope.town) AND person_id = \(person)"
        ) { helper = try Helper(row: &$0) }
        helper?.categories = try categories(of: person)
        return helper
    }

    /// Stores the whole availability, its categories included.
    public func save(_ helper: Helper) throws {
        let values: [any Bindable] = [
            scope.town, helper.person, helper.isActive, helper.neighbourhood, helper.dayMask, helper.fromHour, helper.toHour, helper.radius,
            helper.travel, helper.isRemoteOnly, helper.languages.joined(separator: ","), helper.pausedUntil, helper.weeklyAsks, helper.tier,
            helper.charterVersion, helper.charterAcceptedAt, helper.isMinor, helper.hasParentalAuthorisation, helper.joinedAt,
            helper.lastAskedAt, helper.meetingAskedAt, helper.asleepSince, helper.returnedAt, helper.acceptsNights,
        ]
        try scope.sql.run(
            """
            /* Helpers.save */ INSERT INTO helpers (town_id, \(Self.columns)) VALUES \(row: values)
            ON CONFLICT (town_id, person_id) DO UPDATE SET is_active = excluded.is_active, neighbourhood_id = excluded.neighbourhood_id,
              days = excluded.days, from_hour = excluded.from_hour, to_hour = excluded.to_hour, radius = excluded.radius,
              travel = excluded.travel, is_remote_only = excluded.is_remote_only, languages = excluded.languages,
              paused_until = excluded.paused_until, weekly_asks = excluded.weekly_asks, tier = excluded.tier,
              charter_version = excluded.charter_version, charter_accepted_at = excluded.charter_accepted_at,
              is_minor = excluded.is_minor, has_parental_authorisation = excluded.has_parental_authorisation,
              last_asked_at = excluded.last_asked_at, meeting_asked_at = excluded.meeting_asked_at,
              asleep_since = excluded.asleep_since, returned_at = excluded.returned_at, accepts_nights = excluded.accepts_nights
            """)
        try scope.sql.run(
            "/* Helpers.save */ DELETE FROM helper_categories WHERE town_id = \(scope.town) AND person_id = \(helper.person)")
        for category in helper.categories {
            try scope.sql.run(
                """
                /* Helpers.save */ INSERT INTO helper_categories (town_id, person_id, category_id)
                VALUES (\(scope.town), \(helper.person), \(category))
                """)
        }
    }

    /// Those who asked to be met, longest waiting first.
    public func askingToMeet() throws -> [Helper] {
        var helpers: [Helper] = []
        try scope.sql.run(
            """
            /* Helpers.askingToMeet */ SELECT \(Self.columns) FROM helpers
            WHERE town_id = \(scope.town) AND meeting_asked_at IS NOT NULL AND is_active = 1 ORDER BY meeting_asked_at LIMIT 200
            """
        ) { helpers.append(try Helper(row: &$0)) }
        return helpers
    }

    /// Those who came of age are minors no longer.
    public func releaseAdults(bornUntil year: Int) throws {
        try scope.sql.run(
            """
            /* Helpers.releaseAdults */ UPDATE helpers SET is_minor = 0 WHERE town_id = \(scope.town) AND is_minor = 1
              AND person_id IN (SELECT id FROM people WHERE town_id = \(scope.town) AND birth_year <= \(year))
            """)
    }

    private func categories(of person: ID<Person>) throws -> Set<ID<Category>> {
        Set(
            try scope.sql.values(
                """
                /* Helpers.categories */ SELECT category_id FROM helper_categories
                WHERE town_id = \(scope.town) AND person_id = \(person)
                """))
    }
}

extension Helper {
    /// Bit 0 is Monday.
    var dayMask: Int { days.reduce(0) { $0 | 1 << ($1 - 1) } }

    static func weekdays(mask: Int) -> Set<Int> { Set((1...7).filter { mask & 1 << ($0 - 1) != 0 }) }

    /// Without its categories.
    init(row: inout Row) throws {
        self.init(person: try row.next(), joinedAt: Moment(milliseconds: 0))
        isActive = try row.next()
        neighbourhood = try row.next()
        days = Self.weekdays(mask: try row.next())
        fromHour = try row.next()
        toHour = try row.next()
        radius = try row.next()
        travel = try row.next()
        isRemoteOnly = try row.next()
        languages = (try row.next() as String).split(separator: ",").map(String.init)
        pausedUntil = try row.next()
        weeklyAsks = try row.next()
        tier = try row.next()
        charterVersion = try row.next()
        charterAcceptedAt = try row.next()
        isMinor = try row.next()
        hasParentalAuthorisation = try row.next()
        joinedAt = try row.next()
        lastAskedAt = try row.next()
        meetingAskedAt = try row.next()
        asleepSince = try row.next()
        returnedAt = try row.next()
        acceptsNights = try row.next()
    }
}
