/// When, where and how a person is willing to help: a private availability, never a public list.
public struct Helper: Sendable, Equatable {
    public enum Travel: String, Sendable, CaseIterable, Codable { case foot, bicycle, car }

    /// In any seven days, unless the helper says otherwise.
    public static let usualWeeklyAsks = 2

    public var person: ID<Person>
    public var isActive: Bool
    public var categories: Set<ID<Category>>
    public var neighbourhood: ID<Neighbourhood>?
    /// ISO weekdays, 1 is Monday.
    public var days: Set<Int>
    /// Local hours, from inclusive, to exclusive.
    public var fromHour: Int
    public var toHour: Int
    /// Metres; ignored when remote only.
    public var radius: Int
    public var travel: Travel
    public var isRemoteOnly: Bool
    public var languages: [String]
    /// No ask before this moment.
    public var pausedUntil: Moment?
    /// At most so many asks in any seven days.
    public var weeklyAsks: Int
    public var tier: TrustTier
    /// Charter version accepted, and when.
    public var charterVersion: Int?
    public var charterAcceptedAt: Moment?
    public var isMinor: Bool
    /// A parent's authorisation was seen by a named person (B-08).
    public var hasParentalAuthorisation: Bool
    public var joinedAt: Moment
    public var lastAskedAt: Moment?
    /// Asked to meet a referent, for a nearer tier; nil once met.
    public var meetingAskedAt: Moment?
    /// Two questions in a row without an answer: asked on a wider ring only.
    public var asleepSince: Moment?
    /// When they last woke: new again in the order of asks.
    public var returnedAt: Moment?
    /// Said that urgent requests may reach them by night too.
    public var acceptsNights = false

    public init(person: ID<Person>, categories: Set<ID<Category>> = [], neighbourhood: ID<Neighbourhood>? = nil, joinedAt: Moment) {
        self.person = person
        isActive = true
        self.categories = categories
        self.neighbourhood = neighbourhood
        days = Set(1...7)
        fromHour = 8
        toHour = 20
        radius = 2_000
        travel = .foot
        isRemoteOnly = false
        languages = ["fr"]
        weeklyAsks = Self.usualWeeklyAsks
        tier = .remote
        isMinor = false
        hasParentalAuthorisation = false
        self.joinedAt = joinedAt
    }

    /// A minor is left to sleep, whatever was said.
    public var mayBeAskedByNight: Bool { acceptsNights && !isMinor }

    /// The tier that counts: a minor never goes alone inside a home nor handles money (B-08), and helps only with an authorisation.
    public var effectiveTier: TrustTier? {
        guard isMinor else { return tier }
        return hasParentalAuthorisation ? min(tier, .doorstep) : nil
    }
}
