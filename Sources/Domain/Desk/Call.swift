/// A call that the desk answers. What was said so far is kept from the first second, whoever holds it.
public struct Call: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable, Codable {
        case inProgress = "in_progress"
        /// Put aside to be gone on with.
        case kept
        case ended
    }

    public enum Ending: String, Sendable, CaseIterable, Codable {
        case requestTaken = "request_taken"
        /// The caller heard about a request that was there already.
        case told
        /// Sent to the service that can help.
        case oriented
        /// Nobody spoke, or the number was a wrong one.
        case nobody
        case abandoned

        /// What whoever holds the call chooses; a request that was taken says so by itself.
        public static let choices: [Ending] = [.told, .oriented, .nobody, .abandoned]
    }

    /// After so long without a word written, somebody else may take it over.
    public static let silence = Duration.minutes(15)
    /// What was typed in a call that nobody went on with is kept no longer.
    public static let unfinished = Duration.days(30)

    public var id: ID<Call>
    public var begunAt: Moment
    public var begunBy: ID<Person>
    public var holder: ID<Person>
    public var savedAt: Moment
    /// Raised by each save: who writes on an older one is told.
    public var version: Int
    public var phone: PhoneNumber?
    /// Whom the town knows them to be.
    public var caller: ID<Person>?
    /// Everything typed, by field; empty once the call has ended.
    public var draft: [String: String]
    /// When the notice was read out (C-07).
    public var noticeReadAt: Moment?
    public var state: State
    public var ending: Ending?
    public var endedAt: Moment?

    public init(id: ID<Call>, by person: ID<Person>, phone: PhoneNumber? = nil, draft: [String: String] = [:], now: Moment) {
        self.id = id
        (begunAt, savedAt) = (now, now)
        (begunBy, holder) = (person, person)
        version = 1
        self.phone = phone
        self.draft = draft
        state = .inProgress
    }

    /// Notes what was typed.
    /// - Parameter seen: the version that was on the screen.
    public mutating func save(_ form: CallForm, seen: Int, by person: ID<Person>?, now: Moment) throws(Refusal) {
        try check(seen: seen, by: person)
        draft = form.fields
        phone = form.phone
        if noticeReadAt == nil, form["notice"] == "yes" { noticeReadAt = now }
        state = .inProgress
        touch(now)
    }

    /// Puts it aside; whoever runs the desk may go on with it.
    public mutating func keep(by person: ID<Person>?, now: Moment) throws(Refusal) {
        try check(seen: version, by: person)
        state = .kept
        touch(now)
    }

    /// Whether somebody who does not hold it may.
    public func mayBeTakenOver(by actor: Actor, now: Moment) -> Bool {
        guard state != .ended, actor.person != nil, actor.runsDesk || actor.person == begunBy else { return false }
        return state == .kept || now - savedAt >= Self.silence
    }

    public mutating func takeOver(by actor: Actor, now: Moment) throws(Refusal) {
        guard mayBeTakenOver(by: actor, now: now), let person = actor.person else { throw Refusal(.conflict, "refusal.callHeld") }
        holder = person
        state = .inProgress
        touch(now)
    }

    /// It ended a moment ago, about a request that was there already.
    public func mayBeTakenUpAgain(by person: ID<Person>?, now: Moment) -> Bool {
        holder == person && ending == .told && endedAt.map { now - $0 < Self.silence } == true
    }

    /// What was typed goes: it lies in the requests, or is nobody's business any more.
    public mutating func end(as ending: Ending, seen: Int? = nil, by person: ID<Person>?, now: Moment) throws(Refusal) {
        try check(seen: seen ?? version, by: person)
        (state, self.ending, endedAt) = (.ended, ending, now)
        draft = [:]
        if ending == .nobody || ending == .abandoned { phone = nil }
        touch(now)
    }

    private mutating func touch(_ now: Moment) {
        version += 1
        savedAt = now
    }

    private func check(seen: Int, by person: ID<Person>?) throws(Refusal) {
        guard state != .ended else { throw Refusal(.conflict, "refusal.callEnded") }
        guard holder == person else { throw Refusal(.conflict, "refusal.callHeld") }
        guard version == seen else { throw Refusal(.conflict, "refusal.callMoved") }
    }
}
