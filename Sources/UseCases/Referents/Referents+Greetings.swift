import Domain
import Persistence

extension Referents {
    /// As many as five minutes allow; the others come when these are done.
    static let greetingsShown = 5

    func greetings(_ kind: Greeting.Kind, by actor: Actor, _ now: Moment, in scope: TownTransaction) throws -> [Greeting] {
        let lines = try GreetingListing(scope, for: actor, now: now).list(kind, limit: Self.greetingsShown)
        let people = try People(scope).find(lines.map(\.person))
        return lines.compactMap { line in
            people[line.person].map {
                Greeting(
                    person: line.person, name: $0.shownName, neighbourhood: line.neighbourhood, since: line.since, isHelper: line.isHelper)
            }
        }
    }

    /// « Bienvenue, c’est fait », « J’ai donné des nouvelles ». The same twice is once.
    /// - Throws: `notFound` for whoever is not of this person's quartiers.
    public func greet(_ person: ID<Person>, _ kind: Greeting.Kind, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            guard let one = try People(scope).find(person) else { throw Refusal.notFound }
            let helper = try Helpers(scope).find(person)
            guard one.hasAccount || helper?.isActive == true, kind == .welcome || helper != nil,
                actor.mayGuide(helper?.neighbourhood ?? one.neighbourhood)
            else { throw Refusal.notFound }
            if let last = try Greetings(scope).last(kind, of: person), kind == .welcome || now - last < Greeting.newsHold { return }
            try Greetings(scope).save(kind, of: person, at: now)
            try journal(.recorded, by: actor, "people", person.bytes, for: kind.rawValue, in: scope)
        }
    }
}
