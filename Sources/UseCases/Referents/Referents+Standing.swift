import Domain
import Persistence

/// Somebody who could stand in for the helper of recurring help, before the asker has agreed: first name and initial.
public struct ProposedSecond: Sendable, Equatable {
    public var request: ID<HelpRequest>
    public var person: ID<Person>
    public var name: String
}

extension Referents {
    func proposedSecond(for request: HelpRequest, _ town: Town, in scope: TownTransaction, now: Moment) throws -> ProposedSecond? {
        try StandingTurn(house: house, town: town, scope: scope, now: now).awaitingAsker(request).map {
            ProposedSecond(request: request.id, person: $0.id, name: $0.shownName)
        }
    }

    /// What whoever asked said on the telephone about a second person.
    /// - Throws: `notFound` for a request of another quartier, and for somebody who was not proposed.
    public func decideOnSecond(_ person: ID<Person>, isYes: Bool, of id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws
    {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let request = try guided(id, by: actor, in: scope)
            guard request.status == .matched, let match = try Matches(scope).active(for: id) else {
                throw Refusal(.conflict, "refusal.secondOver")
            }
            let turn = StandingTurn(house: house, town: facts.town, scope: scope, now: now)
            try turn.decide(on: person, isYes: isYes, for: request, besides: match.helper)
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "second_person", in: scope)
        }
    }
}
