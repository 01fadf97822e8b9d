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
    /// The agent or referent who wrote it down.
    public var takenBy: ID<Person>?
    /// In the person's words; private until a moderator has read it.
    public var details: String?
    public var constraints: String?
    public var status: Status
    public var rung: Rung
    public var rungDue: Moment?
    /// Answerable for it now.
    public var owner: ID<Person>
    public var review: Review
    public var publicText: String?
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

    public var isForSomebodyElse: Bool { asker != beneficiary }
    public var isLive: Bool { status == .awaitingAgreement || status == .open || status == .matched }
}
