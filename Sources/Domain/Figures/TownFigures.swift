/// What a town can say of itself over a time: the share of requests served and the time to a yes come first, never the number of offers.
public struct TownFigures: Sendable, Equatable {
    public struct CategoryRow: Sendable, Equatable {
        public var category: ID<Category>
        public var requests: Int
        public var served: Int

        public init(category: ID<Category>, requests: Int, served: Int) {
            self.category = category
            self.requests = requests
            self.served = served
        }
    }

    public struct WeekRow: Sendable, Equatable {
        /// Local midnight of its Monday.
        public var start: Moment
        public var requests = 0
        public var served = 0
        public var newHelpers = 0
        public var views = 0

        public init(start: Moment) { self.start = start }
    }

    public var from: Moment
    public var to: Moment
    /// All that were not withdrawn before anybody was asked.
    public var requests = 0
    /// Outcome helped or partly, by either side or by the owner.
    public var served = 0
    /// From creation to the first yes; a request without one counts as infinite, so this is nil when half have none.
    public var medianTimeToYes: Duration?
    public var helpers = 0
    public var newHelpers = 0
    public var offers = 0
    public var views = 0
    public var categories: [CategoryRow] = []
    public var weeks: [WeekRow] = []
    /// This year and those before with a decision, the newest first.
    public var moderation: [ModerationYear] = []

    public init(from: Moment, to: Moment) {
        self.from = from
        self.to = to
    }

    /// In per cent, rounded down; nil without requests.
    public var shareServed: Int? { requests == 0 ? nil : served * 100 / requests }
}
