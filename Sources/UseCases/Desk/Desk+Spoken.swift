import Domain
import Persistence

/// The end of a call: what is read aloud of each request that it made or was about.
public struct SpokenCall: Sendable {
    public var call: Call
    public var requests: [SpokenRequest]
    /// The sheet on which it was written down.
    public var sheet: PaperCode?
}

extension Desk {
    public func spoken(_ id: ID<Call>, by actor: Actor, in facts: TownFacts) async throws -> SpokenCall {
        let now = house.world.now()
        return try await house.read(facts.town) { [house] scope in
            let call = try find(id, by: actor, in: scope)
            let requests = try CallRequests(scope).of(id).filter(actor.maySpeak)
            return SpokenCall(
                call: call, requests: try requests.map { try Referents(house).spoken($0, by: actor, now, in: scope) },
                sheet: try PaperCodes(scope).of(id)?.code)
        }
    }
}
