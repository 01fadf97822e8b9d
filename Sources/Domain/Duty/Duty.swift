import Foundation

/// One stretch of the desk's roster (permanence): from when until when, and who is on.
public struct Duty: Sendable, Equatable {
    /// Less than a day by the clock on the wall, which is an hour longer once a year.
    public static let longest = Duration.hours(25)
    /// After so long without a hand-over, what is open goes on by itself.
    public static let grace = Duration.minutes(30)
    /// Who begins within so long may be handed the desk already.
    public static let gap = Duration.hours(1)

    public var id: ID<Duty>
    public var from: Moment
    public var until: Moment
    /// Nil: somebody is still wanted (à pourvoir).
    public var person: ID<Person>?
    /// Caps that an administrator put this person down in spite of.
    public var over: Set<DutyCaps.Cap> = []
    /// As it was: whoever is handed the desk a little early is on from then.
    public var onFrom: Moment
    public var onUntil: Moment
    /// When everything open went to the next.
    public var handedAt: Moment?

    public init(id: ID<Duty>, from: Moment, until: Moment, person: ID<Person>? = nil) {
        (self.id, self.from, self.until, self.person) = (id, from, until, person)
        (onFrom, onUntil) = (from, until)
    }

    public func isOn(at now: Moment) -> Bool { person != nil && onFrom <= now && now < onUntil }
    public func overlaps(_ other: Duty) -> Bool { from < other.until && other.from < until }

    /// - Parameter over: the caps that this would break and that somebody insisted on breaking.
    public mutating func put(_ someone: ID<Person>, over: Set<DutyCaps.Cap> = [], now: Moment) throws(Refusal) {
        guard until > now else { throw Refusal(.conflict, "refusal.dutyOver") }
        guard person == nil || from > now else { throw Refusal(.conflict, "refusal.dutyBegun") }
        person = someone
        self.over = over
        if from < now { onFrom = now }
    }

    /// What nobody else took yet.
    public mutating func take(_ someone: ID<Person>, now: Moment) throws(Refusal) {
        guard person == nil || person == someone else { throw Refusal(.conflict, "refusal.dutyTaken") }
        try put(someone, now: now)
    }

    /// Once it has begun, it is handed over.
    public mutating func leave(now: Moment) throws(Refusal) {
        guard from > now else { throw Refusal(.conflict, "refusal.dutyBegun") }
        person = nil
        over = []
    }

    public mutating func handOver(now: Moment) {
        handedAt = now
        onUntil = max(onFrom, min(onUntil, now))
    }

    /// The same hours by the clock on the wall, so many weeks later, for nobody yet.
    public func repeated(weeks: Int, id: ID<Duty>, in zone: TimeZone) -> Duty {
        func later(_ moment: Moment) -> Moment {
            let local = LocalTime(moment, in: zone)
            let day = CivilDay(moment, in: zone).number + weeks * 7
            return LocalTime.moment(day: Int64(day), minute: local.hour * 60 + local.minute, in: zone)
        }
        return Duty(id: id, from: later(from), until: later(until))
    }
}

extension Actor {
    /// Puts others down, adds and takes away shifts.
    public var runsRoster: Bool { runsDesk }
    /// Over the caps too.
    public var mayInsistOnDuty: Bool { has(.administrator) }
}

extension Role.Kind {
    /// Whoever may be on duty at the desk.
    public static let onDuty: [Role.Kind] = [.operator, .referent, .administrator]
}
