import Foundation

/// When a helper is expected (rendez-vous).
public enum Appointment: Sendable, Equatable {
    /// As soon as possible.
    case now
    /// A day, by its local midnight; the hour where both agreed on one.
    case on(Moment, at: Moment?)

    /// Nil for a rhythm without an hour: nothing is promised for one day.
    public init?(_ match: Match, _ request: HelpRequest, in zone: TimeZone) {
        if let at = match.appointmentAt {
            self = .on(LocalTime(at, in: zone).midnight, at: at)
        } else {
            switch request.wanted {
            case .now: self = .now
            case .on(let day): self = .on(day, at: nil)
            case .every: return nil
            }
        }
    }

    public var day: Moment? { if case .on(let day, _) = self { day } else { nil } }

    /// Less than a day is left: who withdraws now leaves no time to find somebody else by themselves.
    public func isNear(_ now: Moment) -> Bool {
        switch self {
        case .now: true
        case .on(let day, let at): (at ?? day) - now < .days(1)
        }
    }

    /// The day before, by day: the helper hears once. Whoever said yes on that very day has just said it.
    public func isReminded(of match: Match, now: Moment, _ clock: RungClock, in zone: TimeZone) -> Bool {
        guard let day, clock.waking(atOrAfter: now) == now else { return false }
        let today = LocalTime(now, in: zone)
        return today.at(hour: 0, daysLater: 1, in: zone) == LocalTime(day, in: zone).midnight && match.createdAt < today.midnight
    }
}

/// « Will you be there tomorrow? » One per match and day, whatever clocks and restarts do.
public struct Reminder: Sendable, Equatable {
    public enum Answer: String, Sendable, CaseIterable, Codable { case yes, cannot }

    /// From this local hour of the day before on, the owner sees who has not answered.
    public static let answeredBy = 18

    public var match: ID<Match>
    public var day: Moment
    public var sentAt: Moment
    /// Whoever has no mail is rung by the owner.
    public var isMailed: Bool
    public var answer: Answer?
    public var answeredAt: Moment?

    public init(match: ID<Match>, day: Moment, sentAt: Moment, isMailed: Bool) {
        self.match = match
        self.day = day
        self.sentAt = sentAt
        self.isMailed = isMailed
    }
}

/// A helper withdrew shortly before the appointment: its owner hears at once.
public struct Alarm: Sendable, Equatable {
    public var match: ID<Match>
    public var request: ID<HelpRequest>
    public var raisedAt: Moment

    public init(match: ID<Match>, request: ID<HelpRequest>, raisedAt: Moment) {
        self.match = match
        self.request = request
        self.raisedAt = raisedAt
    }
}
