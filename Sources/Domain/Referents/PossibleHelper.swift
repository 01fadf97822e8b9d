/// Somebody who might be asked by the referent in person. First name and initial only.
public struct PossibleHelper: Sendable, Equatable {
    public var person: ID<Person>
    public var name: String
    public var neighbourhood: ID<Neighbourhood>?
    public var lastAskedAt: Moment?
    /// Appointments of the last six months to which they did not come, as a named person decided.
    public var noShows = 0
    /// Why not, if the rules forbid it (tier, own request).
    public var obstacle: Refusal?

    public init(person: ID<Person>, name: String, neighbourhood: ID<Neighbourhood>?, lastAskedAt: Moment?, obstacle: Refusal?) {
        self.person = person
        self.name = name
        self.neighbourhood = neighbourhood
        self.lastAskedAt = lastAskedAt
        self.obstacle = obstacle
    }
}
