/// One need, whatever its door. It always has an owner and a rung, from its first second to its last.
public struct HelpRequest: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable, Codable {
        /// Asked for somebody else, who has not agreed yet (G-06).
        case awaitingAgreement = "awaiting_agreement"
        case open
        case matched
        case closed
        case cancelled
    }

    public enum Door: String, Sendable, CaseIterable, Codable { case web, phone, referent, api, paper }

    /// What a moderator said of the text.
    public enum Review: String, Sendable, CaseIterable, Codable { case unread, approved, refused }

    public var id: ID<HelpRequest>
    public var reference: Reference
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    /// What the public may know of the place beside the quartier; nil without an address of the base.
    public var cell: Int?
    /// Whom the waves ask before everybody else.
    public var askedFirst: PlaceScope?
    /// Who asked; the tracking link is theirs.
    public var asker: ID<Person>
    /// Who is helped: the asker, or somebody else.
    public var beneficiary: ID<Person>
    /// The public offer that it answers: its helper is asked before all others.
    public var offer: ID<Offer>?
    public var wanted: WhenWanted
    public var urgency: Urgency
    public var door: Door
    /// The agent or referent who wrote it down, or whoever asked under a mandate.
    public var takenBy: ID<Person>?
    /// In the person's words; private until a moderator has read it.
    public var details: String?
    public var constraints: String?
    public var status: Status
    public var rung: Rung
    /// When this rung's time is up.
    public var rungDue: Moment?
    /// The rungs it left since it set out.
    public var climbed: [Rung] = []
    /// By when the asker was told that somebody answers; no later than the end of the helpers' time.
    public var promisedBy: Moment?
    public var criteria: Set<Criterion> = []
    /// Answerable for it now.
    public var owner: ID<Person>
    public var review: Review
    public var publicText: String?
    /// What the guard saw in the details: kinds with commas between. Read by a moderator, whatever the town's habit.
    public var heldFor: String?
    public var agreement: Agreement?
    public var createdAt: Moment
    public var matchedAt: Moment?
    public var closedAt: Moment?
    public var outcome: Outcome.Result?

    /// The agreement of the person for whom somebody else asks: who heard it, how and when.
    public struct Agreement: Sendable, Equatable {
        public enum Channel: String, Sendable, CaseIterable, Codable { case phone, letter, inPerson = "in_person" }

        public var at: Moment
        public var channel: Channel
        public var heardBy: ID<Person>

        public init(at: Moment, channel: Channel, heardBy: ID<Person>) {
            self.at = at
            self.channel = channel
            self.heardBy = heardBy
        }
    }

    public init(
        id: ID<HelpRequest>, reference: Reference, category: ID<Category>, neighbourhood: ID<Neighbourhood>?, asker: ID<Person>,
        beneficiary: ID<Person>, wanted: WhenWanted, urgency: Urgency, door: Door, takenBy: ID<Person>? = nil, details: String? = nil,
        constraints: String? = nil, status: Status, rung: Rung, rungDue: Moment?, owner: ID<Person>, createdAt: Moment
    ) {
        self.id = id
        self.reference = reference
        self.category = category
        self.neighbourhood = neighbourhood
        self.asker = asker
        self.beneficiary = beneficiary
        self.wanted = wanted
        self.urgency = urgency
        self.door = door
        self.takenBy = takenBy
        self.details = details
        self.constraints = constraints
        self.status = status
        self.rung = rung
        self.rungDue = rungDue
        self.owner = owner
        review = .unread
        self.createdAt = createdAt
    }

    /// Nobody but its author reads it before a moderator has.
    public var isHeld: Bool { heldFor != nil && review != .approved }

    public mutating func start(_ publication: Publication) {
        (review, publicText, heldFor) = (publication.review, publication.publicText, publication.heldFor)
    }

    /// Both agreed on another day; a rhythm stays as it is.
    public mutating func move(to day: Moment, by rule: UrgencyRule, now: Moment) {
        if case .every = wanted { return }
        wanted = .on(day)
        urgency = Urgency(wanted, criteria, by: rule, now: now)
    }

    /// By when the asker has an answer, or hears from whoever answers for it.
    public var promise: Moment? { rung.asksHelpers ? promisedBy ?? rungDue : rungDue }

    public var isForSomebodyElse: Bool { asker != beneficiary }
    public var isLive: Bool { status == .awaitingAgreement || status == .open || status == .matched }
}
