/// How the town's desk stands now (tableau): numbers, calls without their callers, and what is late. Nobody who is helped has a name here.
public struct LiveBoard: Sendable, Equatable {
    /// Of the waiting requests of one need or one quartier.
    public struct Count: Sendable, Equatable {
        public var waiting: Int
        public var late: Int

        public init(waiting: Int = 0, late: Int = 0) { (self.waiting, self.late) = (waiting, late) }

        public static func + (one: Count, other: Count) -> Count {
            Count(waiting: one.waiting + other.waiting, late: one.late + other.late)
        }
    }

    /// Waiting requests of one need in one quartier.
    public struct Part: Sendable, Equatable {
        public var category: ID<Category>
        public var neighbourhood: ID<Neighbourhood>?
        public var count: Count

        public init(category: ID<Category>, neighbourhood: ID<Neighbourhood>?, count: Count) {
            (self.category, self.neighbourhood, self.count) = (category, neighbourhood, count)
        }
    }

    /// A call in progress.
    public struct Line: Sendable, Equatable {
        public var begunAt: Moment
        public var holder: ID<Person>
        public var holderName = ""

        public init(begunAt: Moment, holder: ID<Person>) { (self.begunAt, self.holder) = (begunAt, holder) }
    }

    /// A request whose time is up.
    public struct Late: Sendable, Equatable {
        public var reference: Reference
        public var category: ID<Category>
        public var neighbourhood: ID<Neighbourhood>?
        public var due: Moment

        public init(reference: Reference, category: ID<Category>, neighbourhood: ID<Neighbourhood>?, due: Moment) {
            (self.reference, self.category, self.neighbourhood, self.due) = (reference, category, neighbourhood, due)
        }
    }

    /// Lines that are shown of calls, and of what is late.
    public static let shown = 20

    public var parts: [Part] = []
    /// The longest first.
    public var calls: [Line] = []
    public var inCall = 0
    public var kept = 0
    public var late: [Late] = []
    /// Calls that somebody was promised, later than now; and those that should have been made.
    public var promised = 0
    public var overdueCalls = 0

    public init() {}

    /// Live requests without a yes.
    public var waiting: Count { parts.map(\.count).reduce(Count(), +) }
    public var overdue: Int { waiting.late + overdueCalls }

    public func count(of category: ID<Category>) -> Count { parts.filter { $0.category == category }.map(\.count).reduce(Count(), +) }
    public func count(in place: ID<Neighbourhood>?) -> Count { parts.filter { $0.neighbourhood == place }.map(\.count).reduce(Count(), +) }
}
