/// What anybody may know of a need: kind, quartier, roughly when, and the words that a moderator approved.
public struct Need: Sendable, Equatable {
    public var id: ID<HelpRequest>
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    public var time: RoughTime
    public var text: String?
    public var createdAt: Moment

    public init(
        id: ID<HelpRequest>, category: ID<Category>, neighbourhood: ID<Neighbourhood>?, time: RoughTime, text: String?, createdAt: Moment
    ) {
        self.id = id
        self.category = category
        self.neighbourhood = neighbourhood
        self.time = time
        self.text = text
        self.createdAt = createdAt
    }

    public var cursor: PageCursor<HelpRequest> { PageCursor(createdAt: createdAt, id: id) }
}
