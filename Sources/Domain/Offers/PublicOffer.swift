/// What anybody may know of an offer: kind, quartier, days in words, how far, and the words that a moderator approved. Never who.
public struct PublicOffer: Sendable, Equatable {
    public var id: ID<Offer>
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    public var time: FreeTime
    public var reach: Reach
    public var travel: Helper.Travel
    public var text: String?
    public var createdAt: Moment

    public init(
        id: ID<Offer>, category: ID<Category>, neighbourhood: ID<Neighbourhood>?, time: FreeTime, reach: Reach, travel: Helper.Travel,
        text: String?, createdAt: Moment
    ) {
        self.id = id
        self.category = category
        self.neighbourhood = neighbourhood
        self.time = time
        self.reach = reach
        self.travel = travel
        self.text = text
        self.createdAt = createdAt
    }

    public var cursor: PageCursor<Offer> { PageCursor(createdAt: createdAt, id: id) }
}
