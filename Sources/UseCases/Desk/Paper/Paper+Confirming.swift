import Domain
import Persistence

extension Paper {
    /// A request as a letter or a message to whoever asked confirms it: nobody's name.
    public func confirmation(of id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws -> SpokenRequest {
        guard actor.answersCalls else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { [house] scope in
            guard let request = try HelpRequests(scope).find(id), actor.maySpeak(of: request) else { throw Refusal.notFound }
            return try Referents(house).spoken(request, by: actor, now, in: scope)
        }
    }
}
