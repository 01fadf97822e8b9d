/// A promise to ring somebody that hangs on no request (rappel promis): they asked for it, were cut off, or rang while nobody answered.
public struct CallBack: Sendable, Equatable {
    public enum Reason: String, Sendable, CaseIterable, Codable {
        /// At a time that they said.
        case promised
        case cutOff = "cut_off"
        /// They rang and nobody answered, or spoke to the machine.
        case missed
    }

    public var id: ID<CallBack>
    public var reason: Reason
    public var createdAt: Moment
    public var createdBy: ID<Person>
    public var phone: PhoneNumber
    /// Whom the town knows them to be.
    public var caller: ID<Person>?
    /// The call that is to be gone on with.
    public var call: ID<Call>?
    /// As they said it, where the town does not know them.
    public var name: String?
    /// What it is about.
    public var words: String?
    public var dueAt: Moment
    public var attempts = 0
    public var lastResult: CallAttempt.Result?
    public var doneAt: Moment?
    public var doneBy: ID<Person>?

    public init(
        id: ID<CallBack>, reason: Reason, phone: PhoneNumber, caller: ID<Person>? = nil, call: ID<Call>? = nil, by person: ID<Person>,
        createdAt: Moment, dueAt: Moment
    ) {
        (self.id, self.reason, self.phone, self.caller, self.call) = (id, reason, phone, caller, call)
        (createdBy, self.createdAt, self.dueAt) = (person, createdAt, dueAt)
    }

    /// They know when they are rung.
    public var isAtAnHour: Bool { lastResult == .later || (reason == .promised && attempts == 0) }

    public var key: CallerKey { caller.map { .person($0) } ?? .promise(id) }

    /// Notes what came of a call.
    /// - Parameter next: when to try again, unless it is done.
    public mutating func note(_ result: CallAttempt.Result, by person: ID<Person>, now: Moment, next: Moment) {
        lastResult = result
        attempts += 1
        dueAt = next
        guard result == .told else { return }
        (doneAt, doneBy) = (now, person)
    }
}

/// One try to reach somebody.
public struct CallAttempt: Sendable, Equatable {
    public enum Result: String, Sendable, CaseIterable, Codable {
        case told
        case leftMessage = "left_message"
        case noAnswer = "no_answer"
        /// Reached, and asked to be rung at another time.
        case later
    }

    /// Long enough to see at which hours somebody is at home.
    public static let kept = Duration.days(90)

    public var caller: CallerKey
    public var at: Moment
    public var by: ID<Person>
    public var result: Result

    public init(caller: CallerKey, at: Moment, by person: ID<Person>, result: Result) {
        (self.caller, self.at, by, self.result) = (caller, at, person, result)
    }
}
