/// How many helpers of a quartier are awake, and how many asleep: numbers, nobody's name.
public struct ReserveCount: Sendable, Equatable {
    public var neighbourhood: ID<Neighbourhood>?
    public var awake: Int
    public var asleep: Int

    public init(neighbourhood: ID<Neighbourhood>?, awake: Int, asleep: Int) {
        self.neighbourhood = neighbourhood
        self.awake = awake
        self.asleep = asleep
    }
}

/// A helper without mail whom a referent asks, once, whether they still help.
public struct AvailabilityCall: Sendable, Equatable {
    public var person: ID<Person>
    /// First name and initial.
    public var name: String
    public var neighbourhood: ID<Neighbourhood>?
    public var since: Moment

    public init(person: ID<Person>, name: String, neighbourhood: ID<Neighbourhood>?, since: Moment) {
        self.person = person
        self.name = name
        self.neighbourhood = neighbourhood
        self.since = since
    }
}
