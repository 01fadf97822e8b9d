/// What one rule let go of in one night: a line of the slip, without a name.
public struct RetentionRun: Sendable, Equatable {
    public var id: ID<RetentionRun>
    public var subject: RetentionRule.Subject
    public var fate: RetentionRule.Fate
    /// As they were in force that night.
    public var term: RetentionTerm
    public var approval: String?
    public var span: RetentionSpan
    public var startedAt: Moment
    public var finishedAt: Moment

    public init(
        id: ID<RetentionRun>, subject: RetentionRule.Subject, fate: RetentionRule.Fate, term: RetentionTerm, approval: String?,
        span: RetentionSpan, startedAt: Moment, finishedAt: Moment
    ) {
        self.id = id
        self.subject = subject
        self.fate = fate
        self.term = term
        self.approval = approval
        self.span = span
        self.startedAt = startedAt
        self.finishedAt = finishedAt
    }
}

/// How many, and when the oldest and the newest of them began their term.
public struct RetentionSpan: Sendable, Equatable {
    public var count: Int
    public var first: Moment
    public var last: Moment

    public init(count: Int, first: Moment, last: Moment) {
        self.count = count
        self.first = first
        self.last = last
    }
}
