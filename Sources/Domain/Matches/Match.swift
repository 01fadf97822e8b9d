/// A helper said yes to a request (mise en relation).
public struct Match: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable, Codable { case active, ended, withdrawn }
    /// How they found each other.
    public enum Origin: String, Sendable, CaseIterable, Codable { case ask, need, offer, referent, organisation }

    public var id: ID<Match>
    public var request: ID<HelpRequest>
    public var helper: ID<Person>
    public var offer: ID<Offer>?
    public var origin: Origin
    public var frame: InterventionFrame
    public var insuranceVersion: Int
    public var status: Status
    public var createdAt: Moment
    public var endedAt: Moment?
    /// The hour that both agreed on, where it is known.
    public var appointmentAt: Moment?

    /// A neighbour who is still known promised to come, not an organisation: they are reminded, and may fail to come.
    public var isPersonal: Bool { origin != .organisation && helper != Person.nobody.id }

    public init(
        id: ID<Match>, request: ID<HelpRequest>, helper: ID<Person>, offer: ID<Offer>? = nil, origin: Origin,
        frame: InterventionFrame = .neighbour, insuranceVersion: Int, createdAt: Moment
    ) {
        self.id = id
        self.request = request
        self.helper = helper
        self.offer = offer
        self.origin = origin
        self.frame = frame
        self.insuranceVersion = insuranceVersion
        status = .active
        self.createdAt = createdAt
    }
}

/// Decides liability, insurance, badge and who may see what (B-04).
public enum InterventionFrame: String, Sendable, CaseIterable, Codable {
    case neighbour
    case association
    case ccas
    case communalReserve = "communal_reserve"
    /// Agents of the town.
    case townService = "town_service"
}

/// A message between the two people of a match, relayed by the platform.
public struct Message: Sendable, Equatable {
    public enum Author: String, Sendable, CaseIterable, Codable { case asker, helper, referent }

    public var id: ID<Message>
    public var match: ID<Match>
    public var author: Author
    public var authorID: ID<Person>
    public var body: String
    public var sentAt: Moment
    /// What the guard saw in it; the other does not get it before it is approved.
    public var heldFor: String?
    /// Nil when it was never held.
    public var review: HelpRequest.Review?

    public init(id: ID<Message>, match: ID<Match>, author: Author, authorID: ID<Person>, body: String, sentAt: Moment) {
        self.id = id
        self.match = match
        self.author = author
        self.authorID = authorID
        self.body = body
        self.sentAt = sentAt
    }

    public var isDelivered: Bool { heldFor == nil || review == .approved }
}
