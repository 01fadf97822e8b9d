import Domain
import Persistence

/// Somebody the town may know already: enough to ask « Vous êtes bien Jeanne D. ? ».
public struct KnownCaller: Sendable, Equatable {
    public var id: ID<Person>
    public var name: String
}

extension Desk {
    /// Whom the town knows by this number; a search that the journal keeps. Nobody for half a number.
    public func callers(with phone: PhoneNumber, by actor: Actor, in facts: TownFacts) async throws -> [KnownCaller] {
        guard actor.answersCalls else { throw Refusal.notFound }
        return try await house.write(facts.town) { scope in
            let people = try People(scope).withPhone(phone)
            try journal(.searched, by: actor, "people", people.first?.id.bytes, for: "caller", in: scope)
            return people.map { KnownCaller(id: $0.id, name: $0.shownName) }
        }
    }
}
