/// Somebody rings one volunteer about one request. As long as it lasts nobody else rings them.
public struct DispatchCall: Sendable, Equatable {
    public enum Result: String, Sendable, CaseIterable, Codable {
        case yes, no
        case message
        case unreached
        /// Asked to be rung again at an hour.
        case later
        /// Nobody said what came of it.
        case lapsed
    }

    /// Then it no longer keeps others from ringing them.
    public static let hold = Duration.minutes(15)
    /// Nobody answered; a message was left.
    static let afterNoAnswer = Duration.hours(3)
    static let afterMessage = Duration.hours(24)

    public var id: ID<DispatchCall>
    public var request: ID<HelpRequest>
    public var helper: ID<Person>
    public var caller: ID<Person>
    public var begunAt: Moment
    public var result: Result?
    public var endedAt: Moment?
    /// When they may be rung again; nil when that is settled.
    public var againAt: Moment?

    public init(id: ID<DispatchCall>, request: ID<HelpRequest>, helper: ID<Person>, caller: ID<Person>, begunAt: Moment) {
        (self.id, self.request, self.helper, self.caller, self.begunAt) = (id, request, helper, caller, begunAt)
    }

    public func isHeld(at now: Moment) -> Bool { result == nil && now - begunAt < Self.hold }

    /// Whoever rang may still say what came of it, after their quarter of an hour too.
    public func mayBeNoted(by person: ID<Person>?) -> Bool { caller == person && (result == nil || result == .lapsed) }

    public mutating func lapse(at now: Moment) { (result, endedAt, againAt) = (.lapsed, now, now) }

    /// - Parameter clock: nobody is rung again at night.
    public mutating func note(_ outcome: DispatchOutcome, now: Moment, clock: RungClock) {
        (result, endedAt) = (outcome.result, now)
        switch outcome {
        case .yes, .no: againAt = nil
        case .message: againAt = clock.waking(atOrAfter: now + Self.afterMessage)
        case .unreached: againAt = clock.waking(atOrAfter: now + Self.afterNoAnswer)
        case .later(let at): againAt = at
        }
    }
}

/// What came of ringing a volunteer.
public enum DispatchOutcome: Sendable, Equatable {
    case yes, no, message, unreached
    case later(Moment)

    public var result: DispatchCall.Result {
        switch self {
        case .yes: .yes
        case .no: .no
        case .message: .message
        case .unreached: .unreached
        case .later: .later
        }
    }

    /// They spoke: it counts as having been asked.
    public var wasReached: Bool { self != .message && self != .unreached }
}
