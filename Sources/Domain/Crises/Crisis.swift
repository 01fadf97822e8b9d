/// One decision to run the town by its crisis set (bascule en crise): who, why, until when. Decided again, it is another decision.
public struct Crisis: Sendable, Equatable {
    /// Staff are warned so long before the end.
    public static let warning = Duration.days(2)

    public var id: ID<Crisis>
    public var decidedBy: ID<Person>
    public var reason: String
    public var from: Moment
    /// Midnight of the day after the last.
    public var until: Moment
    /// When staff were told that the end is near.
    public var warnedAt: Moment?
    public var endedAt: Moment?
    /// Nil when its date ended it.
    public var endedBy: ID<Person>?

    public init(id: ID<Crisis>, decidedBy: ID<Person>, reason: String, from: Moment, until: Moment) {
        (self.id, self.decidedBy, self.reason, self.from, self.until) = (id, decidedBy, reason, from, until)
    }

    public func isOn(at now: Moment) -> Bool { endedAt == nil && from <= now && now < until }

    public func isOver(at now: Moment) -> Bool { endedAt == nil && until <= now }

    /// Whether it is time to warn. One that is shorter than the warning was never far from its end, and everybody knows.
    public func isEnding(at now: Moment) -> Bool {
        isOn(at: now) && warnedAt == nil && until - from > Self.warning && until - now <= Self.warning
    }

    /// The same decision, sent twice.
    public func says(_ form: CrisisForm.Wanted, by person: ID<Person>) -> Bool {
        decidedBy == person && reason == form.reason && until == form.until
    }

    var term: CrisisTerm { CrisisTerm(from: from.milliseconds, until: until.milliseconds) }
}

/// What every process knows of the decision in force: its clock. Lies in the town's settings, so that all of them follow.
public struct CrisisTerm: Sendable, Equatable, Codable {
    /// Epoch milliseconds.
    var from: Int64
    var until: Int64

    public func isOn(at now: Moment) -> Bool { from <= now.milliseconds && now.milliseconds < until }

    public var end: Moment { Moment(milliseconds: until) }
}
