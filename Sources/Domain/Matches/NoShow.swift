/// A helper did not come (rendez-vous manqué). Both sides are heard; a named person decides, and the effect is mild.
public struct NoShow: Sendable, Equatable {
    public enum State: String, Sendable, CaseIterable, Codable {
        /// The asker says so; no named person has confirmed it, and the helper knows nothing of it.
        case reported
        /// A named person recorded it; the helper was asked what happened.
        case recorded
        case kept, struck
    }

    public var id: ID<NoShow>
    public var match: ID<Match>
    public var request: ID<HelpRequest>
    public var helper: ID<Person>
    public var state: State
    public var notedAt: Moment
    public var askerWords: String?
    public var recording: Act?
    public var answer: Answer?
    public var decision: Act?

    /// What a named person did.
    public struct Act: Sendable, Equatable {
        public var by: ID<Person>
        public var at: Moment

        public init(by: ID<Person>, at: Moment) {
            self.by = by
            self.at = at
        }
    }

    /// What the helper says of it.
    public struct Answer: Sendable, Equatable {
        public var words: String
        public var at: Moment

        public init(words: String, at: Moment) {
            self.words = words
            self.at = at
        }
    }

    public init(id: ID<NoShow>, match: Match, notedAt: Moment, askerWords: String? = nil) {
        self.id = id
        self.match = match.id
        request = match.request
        helper = match.helper
        state = .reported
        self.notedAt = notedAt
        self.askerWords = askerWords
    }
}

extension NoShow {
    public static let longestWords = 1_000
    /// The helper has so long to say what happened; then it may be decided without them.
    public static let hearing = Duration.days(7)
    /// What was kept counts for half a year.
    public static let memory = Duration.days(183)
    /// From so many on the helper is asked later than others.
    public static let tolerated = 2

    public var isOpen: Bool { state == .reported || state == .recorded }

    /// Not before the helper was heard, or had the time to be.
    public func mayBeKept(_ now: Moment) -> Bool {
        guard state == .recorded, let recording else { return false }
        return answer != nil || now - recording.at >= Self.hearing
    }

    public mutating func record(by person: ID<Person>, at now: Moment) {
        guard state == .reported else { return }
        state = .recorded
        recording = Act(by: person, at: now)
    }

    /// - Throws: `refusal.noShowHearing` while the helper may still be heard. Striking it out is possible at any time.
    public mutating func decide(keeps: Bool, by person: ID<Person>, at now: Moment) throws(Refusal) {
        guard isOpen else { return }
        if keeps, !mayBeKept(now) { throw Refusal(.conflict, "refusal.noShowHearing") }
        state = keeps ? .kept : .struck
        decision = Act(by: person, at: now)
    }
}
