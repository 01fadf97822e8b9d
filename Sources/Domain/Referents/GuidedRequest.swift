/// A request as its referent's page lists it: what, where, since when. No name: opening it is an act that the journal keeps.
public struct GuidedRequest: Sendable, Equatable {
    public enum Section: String, Sendable, CaseIterable {
        /// The helpers' time is up: the owner answers in person.
        case mine
        /// The person for whom somebody else asked has not been heard.
        case awaiting
        /// Helpers are being asked.
        case asking
        /// Somebody said yes; how did it go?
        case matched
    }

    public var id: ID<HelpRequest>
    public var reference: Reference
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    public var wanted: WhenWanted
    public var due: Moment?
    public var createdAt: Moment
    public var matchedAt: Moment?
    public var asked: Int
    public var refused: Int

    public init(
        id: ID<HelpRequest>, reference: Reference, category: ID<Category>, neighbourhood: ID<Neighbourhood>?, wanted: WhenWanted,
        due: Moment?, createdAt: Moment, matchedAt: Moment?, asked: Int, refused: Int
    ) {
        self.id = id
        self.reference = reference
        self.category = category
        self.neighbourhood = neighbourhood
        self.wanted = wanted
        self.due = due
        self.createdAt = createdAt
        self.matchedAt = matchedAt
        self.asked = asked
        self.refused = refused
    }
}

/// Somebody to ring, without saying who yet.
public struct DueCall: Sendable, Equatable {
    public var ringBack: RingBack
    public var reference: Reference
    public var category: ID<Category>

    public init(ringBack: RingBack, reference: Reference, category: ID<Category>) {
        self.ringBack = ringBack
        self.reference = reference
        self.category = category
    }
}
