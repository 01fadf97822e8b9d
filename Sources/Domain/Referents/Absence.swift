/// A referent on holiday: a colleague answers for the quartier until the day they are back. Without one, the next owner of each quartier does.
public struct Absence: Sendable, Equatable {
    public var id: ID<Absence>
    public var person: ID<Person>
    /// Nil: nobody was named, or whoever was cannot.
    public var colleague: ID<Person>?
    /// Midnight of the first day, and of the day after the last.
    public var from: Moment
    public var until: Moment
    public var saidAt: Moment
    /// The requests were given to whoever stands in.
    public var startedAt: Moment?
    /// Over: the days are past, or the person is back early.
    public var endedAt: Moment?

    public init(id: ID<Absence>, person: ID<Person>, colleague: ID<Person>?, from: Moment, until: Moment, saidAt: Moment) {
        (self.id, self.person, self.colleague, self.from, self.until, self.saidAt) = (id, person, colleague, from, until, saidAt)
    }

    public func isOn(at now: Moment) -> Bool { endedAt == nil && from <= now && now < until }

    public func overlaps(_ other: Absence) -> Bool { endedAt == nil && other.endedAt == nil && from < other.until && other.from < until }

    public func says(_ other: Absence) -> Bool {
        (person, colleague, from, until) == (other.person, other.colleague, other.from, other.until)
    }

    /// Nobody is away twice, stands in while away, or leaves while standing in: so no request ever takes two steps, or goes round.
    public func check(beside others: [Absence]) throws(Refusal) {
        let clashing = others.filter(overlaps)
        if clashing.contains(where: { $0.person == person }) { throw Refusal.invalid("from", "refusal.absenceOverlap") }
        if clashing.contains(where: { $0.colleague == person }) { throw Refusal.invalid("from", "refusal.absenceStandsIn") }
        if clashing.contains(where: { $0.person == colleague }) { throw Refusal.invalid("colleague", "refusal.absenceColleague") }
    }
}
