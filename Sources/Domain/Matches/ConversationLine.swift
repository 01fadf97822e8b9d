/// One conversation in the list of somebody's conversations.
public struct ConversationLine: Sendable, Equatable {
    public var match: ID<Match>
    public var request: ID<HelpRequest>
    public var reference: Reference
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    /// Whom one talks with.
    public var other: ID<Person>
    public var status: Match.Status
    public var createdAt: Moment
    public var lastMessageAt: Moment?

    public init(
        match: ID<Match>, request: ID<HelpRequest>, reference: Reference, category: ID<Category>, neighbourhood: ID<Neighbourhood>?,
        other: ID<Person>, status: Match.Status, createdAt: Moment, lastMessageAt: Moment?
    ) {
        self.match = match
        self.request = request
        self.reference = reference
        self.category = category
        self.neighbourhood = neighbourhood
        self.other = other
        self.status = status
        self.createdAt = createdAt
        self.lastMessageAt = lastMessageAt
    }
}
