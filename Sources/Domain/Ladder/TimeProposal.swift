import Foundation

/// A helper could come, but at another time (proposer un autre moment). Who asked accepts one of the moments, or none; the ladder goes on.
public struct TimeProposal: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable, Codable {
        case open, accepted, declined
        /// Somebody else said yes, the helper took it back, or the request is over.
        case ended
    }

    public var id: ID<TimeProposal>
    public var request: ID<HelpRequest>
    public var helper: ID<Person>
    public var first: Moment
    public var second: Moment?
    public var proposedAt: Moment
    public var state: State
    public var decidedAt: Moment?

    public init(id: ID<TimeProposal>, request: ID<HelpRequest>, helper: ID<Person>, times: TimeProposalForm.Times, proposedAt: Moment) {
        self.id = id
        self.request = request
        self.helper = helper
        first = times.first
        second = times.second
        self.proposedAt = proposedAt
        state = .open
    }

    public var times: [Moment] { [first, second].compactMap(\.self) }

    /// Those that can still be accepted.
    public func upcoming(_ now: Moment) -> [Moment] { state == .open ? times.filter { $0 > now } : [] }
}

/// One or two moments as a helper typed them.
public struct TimeProposalForm: Sendable, Equatable {
    public static let hours = 6...22
    public static let farthest = Duration.days(60)

    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    public struct Times: Sendable, Equatable {
        public var first: Moment
        public var second: Moment?

        public init(first: Moment, second: Moment? = nil) {
            self.first = first
            self.second = second
        }
    }

    /// - Throws: refusals of `firstDay`, `firstHour`, `secondDay`, `secondHour`. The second moment may be left out.
    public func read(now: Moment, in zone: TimeZone) throws(Refusal) -> Times {
        var reader = FormReader()
        let first = moment("first", now, zone, &reader)
        let hasSecond = ["secondDay", "secondHour"].contains { !(fields[$0] ?? "").isEmpty }
        let second = hasSecond ? moment("second", now, zone, &reader) : nil
        if let second, second == first { reader.refuse("secondDay", "refusal.sameTime") }
        try reader.finish()
        guard let first else { throw .invalid("firstDay", "refusal.date") }
        return Times(first: first, second: second)
    }

    private func moment(_ name: String, _ now: Moment, _ zone: TimeZone, _ reader: inout FormReader) -> Moment? {
        let day = reader.required("\(name)Day", CivilDay(fields["\(name)Day"] ?? ""), else: "refusal.date")
        let hour = reader.required("\(name)Hour", Self.hours.first { String($0) == fields["\(name)Hour"] }, else: "refusal.hour")
        guard let day, let hour else { return nil }
        let moment = LocalTime(day.midnight(in: zone), in: zone).at(hour: hour, in: zone)
        if moment <= now { reader.refuse("\(name)Day", "refusal.timePassed") }
        if moment > now + Self.farthest { reader.refuse("\(name)Day", "refusal.tooFarAway") }
        return moment
    }
}
