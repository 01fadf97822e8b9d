/// A public offer of help (proposition). What nobody uses becomes private availability.
public struct Offer: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable, Codable { case active, paused, withdrawn }

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

    /// New words are private again until a moderator has read them.
    public mutating func rewrite(_ words: String?) {
        guard words != details else { return }
        details = words
        publicText = nil
        review = .unread
    }
}
