import Domain
import Persistence

extension Dispatch {
    /// A helper without e-mail rang: they cannot come after all. Others are asked at once; harmless when the match was over already.
    public func withdraw(_ id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws {
        try await house.write(facts.town, listings: true) { [house] scope in
            var request = try dispatched(id, by: actor, in: scope)
            guard request.status == .matched, let match = try Matches(scope).active(for: id), match.isPersonal,
                try People(scope).find(match.helper)?.isMailed == false
            else { return }
            try Matching(house).withdraw(match, of: &request, town: facts.town, in: scope, now: house.world.now())
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "withdrawn_by_phone", in: scope)
        }
    }
}
