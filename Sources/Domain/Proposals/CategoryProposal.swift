/// A kind of help that a resident misses.
public struct CategoryProposal: Sendable, Equatable {
    public enum Verdict: String, Sendable, CaseIterable, Codable {
        /// It is a kind of help now.
        case adopted
        /// It was one already, under another name.
        case present
        case declined
    }

    public struct Answer: Sendable, Equatable {
        public var verdict: Verdict
        /// The new one, or the one that was there.
        public var category: ID<Category>?
        /// To the proposer.
        public var words: String?
        public var by: ID<Person>
        public var at: Moment

        public init(verdict: Verdict, category: ID<Category>?, words: String?, by: ID<Person>, at: Moment) {
            self.verdict = verdict
            self.category = category
            self.words = words
            self.by = by
            self.at = at
        }
    }

    /// How many of one person may wait at once.
    public static let mostOpen = 5

    public var id: ID<CategoryProposal>
    public var proposer: ID<Person>
    public var label: String
    /// What it is for, in the proposer's words.
    public var words: String?
    public var createdAt: Moment
    public var answer: Answer?

    public init(id: ID<CategoryProposal>, proposer: ID<Person>, label: String, words: String?, createdAt: Moment, answer: Answer? = nil) {
        self.id = id
        self.proposer = proposer
        self.label = label
        self.words = words
        self.createdAt = createdAt
        self.answer = answer
    }
}

/// A kind of help as somebody proposes it.
public struct ProposalForm: Sendable, Equatable {
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    public struct Proposal: Sendable, Equatable {
        public var label: String
        public var words: String?
        /// They have seen what there is already, and propose it all the same.
        public var insists: Bool
    }

    public func read() throws(Refusal) -> Proposal {
        var reader = FormReader()
        let label = reader.required("label", reader.line("label", fields["label"], atMost: 60), else: "refusal.proposalLabel")
        let words = reader.text("words", fields["words"], atMost: 300)
        if let label, LabelStems(label).isEmpty { reader.refuse("label", "refusal.proposalLabel") }
        try reader.finish()
        return Proposal(label: label ?? "", words: words, insists: fields["sure"] == "yes")
    }
}
