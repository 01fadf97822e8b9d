/// While it stands somebody is brought together with nobody new. What they had asked for is served by the town itself.
public struct ContactStop: Sendable, Equatable {
    public var id: ID<ContactStop>
    public var person: ID<Person>
    /// The one that caused it.
    public var report: ID<Report>
    /// What the person is told: the category, never by whom.
    public var reason: Report.Reason
    public var since: Moment
    /// By the report alone, before anybody had read it.
    public var isAutomatic: Bool
    /// The moderator who decided or confirmed it.
    public var decidedBy: ID<Person>?
    /// The moderator's words to the person.
    public var words: String?
    public var appeal: TextAppeal?
    public var endedAt: Moment?
    public var endedBy: ID<Person>?

    public init(
        id: ID<ContactStop>, person: ID<Person>, report: ID<Report>, reason: Report.Reason, since: Moment, decidedBy: ID<Person>? = nil,
        words: String? = nil
    ) {
        self.id = id
        self.person = person
        self.report = report
        self.reason = reason
        self.since = since
        isAutomatic = decidedBy == nil
        self.decidedBy = decidedBy
        self.words = words
    }

    /// To whoever is held by one.
    public static let refusal = Refusal(.forbidden, "refusal.stopped")

    public var isStanding: Bool { endedAt == nil }
    public var mayBeAppealed: Bool { isStanding && appeal == nil }
    public var awaitsAnswer: Bool { isStanding && appeal != nil && appeal?.answer == nil }

    /// A moderator has read the report and stands behind it.
    public mutating func confirm(_ reason: Report.Reason, words: String?, by person: ID<Person>) {
        self.reason = reason
        self.words = words
        decidedBy = person
    }

    public mutating func end(at now: Moment, by person: ID<Person>) {
        guard isStanding else { return }
        endedAt = now
        endedBy = person
    }

    /// - Throws: `notFound` once it is over, `refusal.appealDone` after the first.
    public mutating func appeal(_ words: String, at now: Moment) throws(Refusal) {
        guard isStanding else { throw .notFound }
        guard appeal == nil else { throw Refusal(.conflict, "refusal.appealDone") }
        appeal = TextAppeal(words: words, at: now)
    }

    /// Overturned: it ends.
    public mutating func answerAppeal(_ result: TextAppeal.Result, _ words: String, by person: ID<Person>, at now: Moment) {
        appeal?.answer = .init(result: result, words: words, by: person, at: now)
        if result == .overturned { end(at: now, by: person) }
    }
}
