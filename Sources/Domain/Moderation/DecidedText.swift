/// A decision about a text, as it is kept: what was read, what became of it, why, and the author's appeal (P-12).
public struct DecidedText: Sendable, Equatable {
    public enum Verdict: String, Sendable, CaseIterable, Codable { case published, amended, refused }

    public var id: ID<DecidedText>
    public var kind: PendingText.Kind
    /// Of a `HelpRequest` or an `Offer`.
    public var subject: [UInt8]
    /// As it was read.
    public var text: String
    public var publicText: String?
    public var verdict: Verdict
    public var reason: TextDecision.Reason?
    /// To the author.
    public var words: String?
    public var decidedBy: ID<Person>
    public var waitedSince: Moment
    public var decidedAt: Moment
    public var appeal: TextAppeal?

    public init(
        id: ID<DecidedText>, of text: PendingText, _ decision: TextDecision, words: String?, by person: ID<Person>, at moment: Moment
    ) {
        self.id = id
        kind = text.kind
        subject = text.subject
        self.text = text.text
        (verdict, publicText, reason) =
            switch decision {
            case .publish: (.published, text.text, nil)
            case .amend(let amended): (.amended, amended, nil)
            case .refuse(let reason): (.refused, nil, reason)
            }
        self.words = verdict == .published ? nil : words
        decidedBy = person
        waitedSince = text.since
        decidedAt = moment
    }

    public init(
        id: ID<DecidedText>, kind: PendingText.Kind, subject: [UInt8], text: String, publicText: String?, verdict: Verdict,
        reason: TextDecision.Reason?, words: String?, decidedBy: ID<Person>, waitedSince: Moment, decidedAt: Moment, appeal: TextAppeal?
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.text = text
        self.publicText = publicText
        self.verdict = verdict
        self.reason = reason
        self.words = words
        self.decidedBy = decidedBy
        self.waitedSince = waitedSince
        self.decidedAt = decidedAt
        self.appeal = appeal
    }

    /// What was taken out and put in.
    public var difference: [TextDifference.Part] { TextDifference.parts(from: text, to: publicText ?? "") }
    /// Whether it stands against what the author wrote.
    public var isAgainstAuthor: Bool { verdict != .published && appeal?.answer?.result != .overturned }
}
