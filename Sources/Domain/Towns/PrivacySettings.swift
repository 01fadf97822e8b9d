/// What the town's data protection officer decides.
public struct PrivacySettings: Sendable, Equatable, Codable {
    /// Whether an export names the agent who looked, or only says in what role (P-01).
    public var namesAgents = false
    /// How long the journal is kept: between 6 and 36 months (P-04).
    public var journalMonths = 12
    /// Who works for the town with these data, one a line.
    public var processors: String?
    /// By the subject's raw value; what is missing keeps the rule's own term.
    public var retention: [String: RetentionChoice] = [:]

    public init() {}
}

/// A town's own term for one rule, and the archives' approval of what is destroyed (DUA, visa).
public struct RetentionChoice: Sendable, Equatable, Codable {
    public var term: RetentionTerm?
    public var approval: String?

    public init(term: RetentionTerm? = nil, approval: String? = nil) {
        self.term = term
        self.approval = approval
    }
}
