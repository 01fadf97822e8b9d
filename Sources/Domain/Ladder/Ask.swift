/// One batch of asks (vague).
public struct Wave: Sendable, Equatable {
    public var id: ID<Wave>
    public var request: ID<HelpRequest>
    public var number: Int
    public var asked: Int
    public var eligible: Int
    public var startedAt: Moment
    public var dueAt: Moment
    public var rung = Rung.helpers
    /// Nil for waves of an older version.
    public var reasoning: WaveReasoning?

    public init(
        id: ID<Wave>, request: ID<HelpRequest>, number: Int, asked: Int, eligible: Int, startedAt: Moment, dueAt: Moment
    ) {
        self.id = id
        self.request = request
        self.number = number
        self.asked = asked
        self.eligible = eligible
        self.startedAt = startedAt
        self.dueAt = dueAt
    }
}

/// One ask to one helper (sollicitation); never two to the same helper for one request.
public struct Ask: Sendable, Equatable {
    public enum Answer: String, Sendable, CaseIterable, Codable {
        case yes, no, later
        /// Never this kind of help again.
        case never
        /// At another time: a `TimeProposal` says when.
        case otherTime = "other_time"
        case tooLate = "too_late"
    }

    public var id: ID<Ask>
    public var request: ID<HelpRequest>
    public var wave: ID<Wave>
    public var helper: ID<Person>
    public var sentAt: Moment
    public var dueAt: Moment
    public var answer: Answer?
    public var answeredAt: Moment?
    /// What its answer is counted under; nil for whoever was asked by name.
    public var cell: AnswerRates.Cell?

    public init(id: ID<Ask>, request: ID<HelpRequest>, wave: ID<Wave>, helper: ID<Person>, sentAt: Moment, dueAt: Moment) {
        self.id = id
        self.request = request
        self.wave = wave
        self.helper = helper
        self.sentAt = sentAt
        self.dueAt = dueAt
    }
}
