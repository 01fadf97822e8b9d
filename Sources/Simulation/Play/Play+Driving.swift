import Domain

/// For whoever drives a play by hand, because the house itself decides who is asked.
extension Play {
    public var nextMoment: Moment? { queue.next }

    /// What happens next; its moment is now.
    public mutating func advance() -> EventQueue.Event? {
        guard let (moment, event) = queue.take() else { return nil }
        now = moment
        return event
    }

    public mutating func advance(to moment: Moment) { now = max(now, moment) }

    /// Announces that a helper signs up.
    public mutating func enrol(_ volunteer: Int) {
        queue.add(.join(volunteer: volunteer), at: max(volunteers[volunteer].helper.joinedAt, scenario.start))
    }

    /// Announces when whoever asked will have found another way.
    public mutating func expectPatience(_ errand: Int) { queue.add(.givesUp(errand: errand), at: now + errands[errand].patience) }

    /// What an answer means at this moment.
    public enum Heard: Sendable { case yes, tooLate, declined, nothing }

    /// An answer arrives. A yes is still to be matched.
    public mutating func hear(_ answer: SimulatedAnswer, of volunteer: Int, for errand: Int) -> Heard {
        if answer.leaves { volunteers[volunteer].hasLeft = true }
        switch answer.reply {
        case .yes where errands[errand].isOpen: return .yes
        case .yes:
            volunteers[volunteer].tire(behaviour.tiringTooLate, now, halfLife: behaviour.recovery)
            return .tooLate
        case .no, .later:
            if answer.reply == .later { volunteers[volunteer].helper.pausedUntil = now + Ask.rest }
            errands[errand].waiting.remove(volunteer)
            return .declined
        case nil: return .nothing
        }
    }
}
