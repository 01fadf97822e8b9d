import Foundation

/// What somebody asks about their own data (GDPR 12 to 21; P-01), or complains of the site's accessibility, with its legal deadline.
public struct RightsRequest: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case access, rectification, erasure, objection, limitation, portability, accessibility

        /// A complaint on accessibility is about a page, not about anybody's data.
        public var needsIdentity: Bool { self != .accessibility }
        /// Whether a person's whole file answers it.
        public var wantsFile: Bool { self == .access || self == .portability }
        /// Whether one person of the town is looked for to answer it.
        public var concernsOne: Bool { wantsFile || self == .erasure }
    }
    public enum Door: String, Sendable, CaseIterable, Codable { case web, phone, paper }
    public enum AnswerBy: String, Sendable, CaseIterable, Codable { case email, phone, letter }
    public enum Identity: String, Sendable, CaseIterable, Codable {
        case known, document, call
        case notNeeded = "not_needed"
    }
    public enum Result: String, Sendable, CaseIterable, Codable {
        case done, partly, refused
        case nothingFound = "nothing_found"
    }

    public struct Extension: Sendable, Equatable {
        public var reason: String
        public var at: Moment

        public init(reason: String, at: Moment) {
            self.reason = reason
            self.at = at
        }
    }

    public struct IdentityCheck: Sendable, Equatable {
        public var how: Identity
        public var at: Moment
        public var by: ID<Person>?

        public init(how: Identity, at: Moment, by: ID<Person>?) {
            self.how = how
            self.at = at
            self.by = by
        }
    }

    public struct Answer: Sendable, Equatable {
        public var result: Result
        public var words: String?
        public var at: Moment
        public var by: ID<Person>?

        public init(result: Result, words: String?, at: Moment, by: ID<Person>?) {
            self.result = result
            self.words = words
            self.at = at
            self.by = by
        }
    }

    public var id: ID<RightsRequest>
    public var reference: Reference
    public var kind: Kind
    public var door: Door
    public var answerBy: AnswerBy
    public var name: String
    /// The address, number or postal address at which they are answered.
    public var contact: String
    public var words: String?
    public var language: String
    /// The agent who wrote it down.
    public var takenBy: ID<Person>?
    public var receivedAt: Moment
    public var dueAt: Moment
    public var `extension`: Extension?
    public var identity: IdentityCheck?
    public var answer: Answer?

    public init(
        id: ID<RightsRequest>, reference: Reference, _ new: NewRightsRequest, door: Door, language: String, takenBy: ID<Person>? = nil,
        receivedAt: Moment, dueAt: Moment
    ) {
        self.id = id
        self.reference = reference
        kind = new.kind
        self.door = door
        answerBy = new.answerBy
        name = new.name
        contact = new.contact
        words = new.words
        self.language = language
        self.takenBy = takenBy
        self.receivedAt = receivedAt
        self.dueAt = dueAt
    }

    /// One month (GDPR 12.3); one week for a complaint on accessibility.
    public static func due(_ kind: Kind, received: Moment, in zone: TimeZone) -> Moment {
        kind == .accessibility ? received.adding(days: 7, in: zone) : received.adding(months: 1, in: zone)
    }

    public func isOverdue(_ now: Moment) -> Bool { answer == nil && now > dueAt }
    public var mayBeExtended: Bool { answer == nil && `extension` == nil && kind != .accessibility }
    public var isIdentified: Bool { identity != nil || !kind.needsIdentity }
}

extension RightsRequest {
    /// Two months more, once, for a reason that the person is told within the first month.
    public mutating func extend(reason: String?, now: Moment, in zone: TimeZone) throws(Refusal) {
        guard mayBeExtended else { throw Refusal(.conflict, "refusal.rights.extension") }
        guard !isOverdue(now) else { throw Refusal(.conflict, "refusal.rights.tooLate") }
        guard let reason else { throw .invalid("reason", "refusal.words") }
        `extension` = Extension(reason: reason, at: now)
        dueAt = receivedAt.adding(months: 3, in: zone)
    }

    /// Nobody's data are given, changed or erased before it is known who asks.
    public mutating func answer(_ answer: Answer) throws(Refusal) {
        guard self.answer == nil else { throw Refusal(.conflict, "refusal.rights.answered") }
        guard isIdentified else { throw .invalid("result", "refusal.rights.identity") }
        if answer.result == .refused || answer.result == .partly, answer.words == nil { throw .invalid("words", "refusal.rights.reason") }
        self.answer = answer
    }
}

extension Moment {
    /// The same hour so many days later, as the clock on the wall shows it.
    func adding(days: Int, in zone: TimeZone) -> Moment {
        let midnight = LocalTime(self, in: zone).midnight
        return LocalTime(self, in: zone).at(hour: 0, daysLater: days, in: zone) + (self - midnight)
    }
}
