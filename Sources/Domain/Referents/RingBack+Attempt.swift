extension RingBack {
    /// Nobody answered: soon again. A message was left: the person has a day to ring.
    static let afterNoAnswer: Duration = .hours(3)
    public static let afterMessage: Duration = .hours(24)

    /// Notes what came of a call. What was told is done; otherwise the next attempt is due in some hours, by day.
    public mutating func note(_ result: Result, by person: ID<Person>, now: Moment, clock: RungClock) {
        lastResult = result
        if result != .settled { attempts += 1 }
        switch result {
        case .told, .settled:
            doneAt = now
            doneBy = person
        case .leftMessage: dueAt = clock.waking(atOrAfter: now + Self.afterMessage)
        case .noAnswer: dueAt = clock.waking(atOrAfter: now + Self.afterNoAnswer)
        }
    }
}

extension RingBack.Reason {
    /// What may come of such a call. An answer to a question is noted where it is asked, and ends the call by itself.
    public var results: [RingBack.Result] {
        switch self {
        case .agreement: [.leftMessage, .noAnswer]
        case .outcome, .otherTime, .secondPerson: [.leftMessage, .noAnswer, .settled]
        default: [.told, .leftMessage, .noAnswer, .settled]
        }
    }
}
