/// Somebody wants nothing more to do with somebody. It holds in both directions, and the other is never told.
public struct Block: Sendable, Equatable {
    public var id: ID<Block>
    public var blocker: ID<Person>
    public var blocked: ID<Person>
    public var createdAt: Moment

    public init(id: ID<Block>, blocker: ID<Person>, blocked: ID<Person>, createdAt: Moment) {
        self.id = id
        self.blocker = blocker
        self.blocked = blocked
        self.createdAt = createdAt
    }
}
