/// The mayor calls out the communal reserve: from when until when, and why (CSI L724-1 and following; B-05).
public struct ReserveActivation: Sendable, Equatable {
    public var id: ID<ReserveActivation>
    /// The mayor, or who decides in the mayor's name.
    public var decidedBy: String
    public var why: String
    /// Midnight of the first day, and of the day after the last.
    public var from: Moment
    public var until: Moment
    public var recordedBy: ID<Person>
    public var recordedAt: Moment
    public var closedBy: ID<Person>?
    /// Ended before its last day.
    public var closedAt: Moment?

    public init(
        id: ID<ReserveActivation>, decidedBy: String, why: String, from: Moment, until: Moment, recordedBy: ID<Person>, recordedAt: Moment
    ) {
        (self.id, self.decidedBy, self.why, self.from, self.until) = (id, decidedBy, why, from, until)
        (self.recordedBy, self.recordedAt) = (recordedBy, recordedAt)
    }

    public func isOpen(at now: Moment) -> Bool { closedAt == nil && from <= now && now < until }

    /// Still to come, or open.
    public func isAhead(of now: Moment) -> Bool { closedAt == nil && now < until }

    /// The same decision, sent once more.
    public func says(_ other: ReserveActivation) -> Bool {
        (decidedBy, why, from, until) == (other.decidedBy, other.why, other.from, other.until)
    }

    public func overlaps(_ other: ReserveActivation) -> Bool {
        closedAt == nil && other.closedAt == nil && from < other.until && other.from < until
    }
}
