/// « Je ne suis pas d’accord »: one per decision, read by somebody who did not decide.
public struct TextAppeal: Sendable, Equatable {
    public enum Result: String, Sendable, CaseIterable, Codable {
        /// The decision stays.
        case upheld
        /// The author's words are published as they were written.
        case overturned
    }

    public struct Answer: Sendable, Equatable {
        public var result: Result
        /// Why, to the author.
        public var words: String
        public var by: ID<Person>
        public var at: Moment

        public init(result: Result, words: String, by: ID<Person>, at: Moment) {
            self.result = result
            self.words = words
            self.by = by
            self.at = at
        }
    }

    /// Six months, as the Digital Services Act asks of others (Reg. 2022/2065 art. 20.1).
    public static let time: Duration = .days(183)

    public var words: String
    public var at: Moment
    public var answer: Answer?

    public init(words: String, at: Moment, answer: Answer? = nil) {
        self.words = words
        self.at = at
        self.answer = answer
    }

    public static func readWords(_ fields: [String: String]) throws(Refusal) -> String {
        var reader = FormReader()
        let words = reader.required("words", reader.text("words", fields["words"], atMost: 1_000), else: "refusal.appealWords")
        try reader.finish()
        guard let words else { throw Refusal(.invalid, "refusal.form") }
        return words
    }

    public static func readAnswer(_ fields: [String: String]) throws(Refusal) -> (result: Result, words: String) {
        var reader = FormReader()
        let result = reader.required("result", fields["result"].flatMap(Result.init), else: "refusal.appealResult")
        let words = reader.required("words", reader.text("words", fields["words"], atMost: 1_000), else: "refusal.appealReason")
        try reader.finish()
        guard let result, let words else { throw Refusal(.invalid, "refusal.form") }
        return (result, words)
    }
}

extension DecidedText {
    public var appealableUntil: Moment { decidedAt + TextAppeal.time }

    public func mayBeAppealed(at now: Moment) -> Bool { verdict != .published && appeal == nil && now < appealableUntil }

    /// - Throws: `refusal.appealDone`, `refusal.appealLate`, `notFound` where there is nothing to appeal from.
    public mutating func appeal(_ words: String, at now: Moment) throws(Refusal) {
        guard verdict != .published else { throw .notFound }
        guard appeal == nil else { throw Refusal(.conflict, "refusal.appealDone") }
        guard now < appealableUntil else { throw Refusal(.conflict, "refusal.appealLate") }
        appeal = TextAppeal(words: words, at: now)
    }

    /// What the public reads from now on.
    public mutating func answerAppeal(_ result: TextAppeal.Result, _ words: String, by person: ID<Person>, at now: Moment) {
        appeal?.answer = .init(result: result, words: words, by: person, at: now)
        if result == .overturned { publicText = text }
    }
}

/// Who reads an appeal: another moderator; an administrator where there is none; nobody where the one who decided is alone.
public struct AppealReaders: Sendable, Equatable {
    public var moderators: [ID<Person>]
    public var administrators: [ID<Person>]

    public init(moderators: [ID<Person>], administrators: [ID<Person>]) {
        self.moderators = moderators
        self.administrators = administrators
    }

    public func readers(of decision: DecidedText) -> [ID<Person>] { readers(besides: [decision.decidedBy]) }

    /// Those who have no part in it.
    public func readers(besides people: [ID<Person>]) -> [ID<Person>] {
        let others = moderators.filter { !people.contains($0) }
        return others.isEmpty ? administrators.filter { !people.contains($0) } : others
    }

    public func mayRead(_ decision: DecidedText, _ person: ID<Person>?) -> Bool { person.map(readers(of: decision).contains) ?? false }
}
