/// A public offer of help (proposition). What nobody uses becomes private availability.
public struct Offer: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable, Codable {
        case active, paused
        /// Nobody used it for a while: its helper is still asked, and the public does not see it.
        case reserved
        case withdrawn
    }

    public var id: ID<Offer>
    public var person: ID<Person>
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    /// What the public may know of the place beside the quartier.
    public var cell: Int?
    /// In the helper's words; private until a moderator has read it.
    public var details: String?
    public var publicText: String?
    public var review: HelpRequest.Review
    /// What the guard saw in the details: kinds with commas between.
    public var heldFor: String?
    public var status: Status
    public var createdAt: Moment
    public var updatedAt: Moment

    public init(
        id: ID<Offer>, person: ID<Person>, category: ID<Category>, neighbourhood: ID<Neighbourhood>?, cell: Int? = nil, details: String?,
        createdAt: Moment
    ) {
        self.id = id
        self.person = person
        self.category = category
        self.neighbourhood = neighbourhood
        self.cell = cell
        self.details = details
        review = .unread
        status = .active
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    /// Nobody but its owner reads it before a moderator has.
    public var isHeld: Bool { heldFor != nil && review != .approved }

    /// New words are private again where a moderator reads them first. Answers whether they are new.
    @discardableResult
    public mutating func rewrite(_ words: String?, in category: Category, _ settings: TownSettings) -> Bool {
        guard words != details else { return false }
        details = words
        start(Publication.start(of: words, in: category, settings))
        return true
    }

    public mutating func start(_ publication: Publication) {
        (review, publicText, heldFor) = (publication.review, publication.publicText, publication.heldFor)
    }
}
