import Domain
import Persistence

/// What waits for a referent: no name in it.
public struct ReferentTodo: Sendable {
    public struct Part: Sendable {
        public var requests: [GuidedRequest]
        /// How many there are, shown or not.
        public var count: Int
    }

    public var mine: Part
    public var awaiting: Part
    public var asking: Part
    public var matched: Part
    public var calls: [DueCall]
    public var callCount: Int
    public var now: Moment
}

extension Referents {
    public static let pageSize = 50

    public func todo(by actor: Actor, in facts: TownFacts) async throws -> ReferentTodo {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let listing = GuidedListing(scope, for: actor)
            func part(_ section: GuidedRequest.Section) throws -> ReferentTodo.Part {
                ReferentTodo.Part(
                    requests: try listing.page(section, limit: Self.pageSize), count: try listing.count(section))
            }
            let calls = RingBackListing(scope, for: actor)
            return ReferentTodo(
                mine: try part(.mine), awaiting: try part(.awaiting), asking: try part(.asking), matched: try part(.matched),
                calls: try calls.open(limit: Self.pageSize), callCount: try calls.count(), now: now)
        }
    }
}
