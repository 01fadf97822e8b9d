/// « Ce texte, cette personne ne va pas »: told to the town's moderators by anybody who saw it (P-12).
public struct Report: Sendable, Equatable {
    /// What is reported: a public text, a message, or the other person of a match.
    public enum Kind: String, Sendable, CaseIterable, Codable { case request, offer, message, person }

    public enum Reason: String, Sendable, CaseIterable, Codable {
        case violence, theft, minor, paid, insult, illegal, spam, other

        /// One report of it is enough to stop new contacts.
        public var isSevere: Bool { self == .violence || self == .theft || self == .minor }
    }

    public struct Decision: Sendable, Equatable {
        public enum Verdict: String, Sendable, CaseIterable, Codable { case dismissed, withdrawn, stopped }

        public var verdict: Verdict
        /// To the person concerned.
        public var words: String?
        public var by: ID<Person>
        public var at: Moment

        public init(verdict: Verdict, words: String?, by: ID<Person>, at: Moment) {
            self.verdict = verdict
            self.words = words
            self.by = by
            self.at = at
        }
    }

    public var id: ID<Report>
    public var kind: Kind
    /// Of a `HelpRequest`, an `Offer`, a `Message` or a `Match`.
    public var subject: [UInt8]
    /// As it stood when it was reported.
    public var text: String?
    /// Whose words or doings they are.
    public var accused: ID<Person>
    public var reason: Reason
    /// In the reporter's words.
    public var words: String?
    /// Nil for a visitor.
    public var reporter: ID<Person>?
    /// Where a visitor wants to be told.
    public var email: EmailAddress?
    public var language: String
    public var createdAt: Moment
    public var decision: Decision?

    public init(
        id: ID<Report>, kind: Kind, subject: [UInt8], text: String?, accused: ID<Person>, form: ReportForm, reporter: ID<Person>?,
        language: String, createdAt: Moment, decision: Decision? = nil
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.text = text
        self.accused = accused
        reason = form.reason
        words = form.words
        self.reporter = reporter
        email = form.email
        self.language = language
        self.createdAt = createdAt
        self.decision = decision
    }

    /// Messages are between two people: there is nothing public to withdraw.
    public var textKind: PendingText.Kind? {
        switch kind {
        case .request: .request
        case .offer: .offer
        case .message, .person: nil
        }
    }
}

/// What somebody says of what they saw: the reason alone is enough.
public struct ReportForm: Sendable, Equatable {
    public var reason: Report.Reason
    public var words: String?
    public var email: EmailAddress?

    public init(reason: Report.Reason, words: String? = nil, email: EmailAddress? = nil) {
        self.reason = reason
        self.words = words
        self.email = email
    }

    public init(_ fields: [String: String]) throws(Refusal) {
        var reader = FormReader()
        let reason = reader.required("reason", fields["reason"].flatMap(Report.Reason.init), else: "refusal.reportReason")
        words = reader.text("words", fields["words"], atMost: 2_000)
        email = reader.email("email", fields["email"])
        try reader.finish()
        guard let reason else { throw Refusal(.invalid, "refusal.form") }
        self.reason = reason
    }
}
