import Geography

/// A helper as the ladder sees them: what they wish, and how often they were asked lately. No name.
public struct Candidate: Sendable, Equatable {
    public var helper: Helper
    /// Asks of the last seven days, for whatever request.
    public var recentAsks: Int
    /// Where they live, when it is an address of the base; never shown.
    public var home: Point?
    /// Appointments of the last six months to which they did not come, as a named person decided.
    public var noShows = 0
    /// The person of the request was helped by them before, and it went well.
    public var hasHelpedBefore: Bool

    public init(helper: Helper, recentAsks: Int, home: Point? = nil, hasHelpedBefore: Bool = false) {
        self.helper = helper
        self.recentAsks = recentAsks
        self.home = home
        self.hasHelpedBefore = hasHelpedBefore
    }

    /// After two of them others are asked first; nobody is left out for it.
    public var isAskedLater: Bool { noShows >= NoShow.tolerated }

    var location: Location { Location(point: home, neighbourhood: helper.neighbourhood) }

    /// The budget counts the asks of so long a time.
    public static let budgetPeriod = Duration.days(7)
}

extension Helper.Travel {
    /// Metres of a quarter of an hour, as the crow flies: what is near depends on how one moves.
    public var quarterHour: Double {
        switch self {
        case .foot: 1_000
        case .bicycle: 3_000
        case .car: 7_000
        }
    }
}
