import Domain
import Persistence

extension Referents {
    func availabilityCalls(by actor: Actor, in scope: TownTransaction) throws -> [AvailabilityCall] {
        let checks = try ReserveListing(scope, for: actor).calls(limit: Self.greetingsShown)
        let people = try People(scope).find(checks.map(\.person))
        return try checks.compactMap { check in
            try people[check.person].map {
                AvailabilityCall(
                    person: check.person, name: $0.shownName,
                    neighbourhood: try Helpers(scope).find(check.person)?.neighbourhood, since: check.sentAt)
            }
        }
    }

    /// What a helper without mail said when they were called. The same twice is once.
    /// - Throws: `notFound` for whoever is not of this person's quartiers, or is not to be called.
    public func note(_ answer: ReserveCheck.Answer, of person: ID<Person>, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town, listings: .offers) { scope in
            guard let check = try ReserveChecks(scope).call(to: person), let helper = try Helpers(scope).find(person),
                actor.mayGuide(helper.neighbourhood)
            else { throw Refusal.notFound }
            guard check.answer == nil else { return }
            try ReserveTurn(house: house, town: facts.town, scope: scope, now: now).take(answer, to: check)
            try journal(.recorded, by: actor, "people", person.bytes, for: "availability", in: scope)
        }
    }
}
