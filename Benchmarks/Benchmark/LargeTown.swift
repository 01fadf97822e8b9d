import Domain
import Persistence
import Secrets
import UseCases

/// A town of ten quartiers and a thousand cells with 20,000 people who all help; its requests and offers lie in the categories that may be
/// public, over the last ninety days.
struct LargeTown: Sendable {
    static let people = 20_000
    static let batch = 5_000
    let house: House
    let chance: Chance
    let now: Moment
    let slug: String

    func fill(requests: Int, offers: Int) async throws {
        let town = try await TownKeeping(house).open(
            TownOpening(slug: slug, name: "Banc-d’Essai", phone: "04 00 00 00 00", administrator: "admin@\(slug).invalid"))
        try await addNeighbourhoods(to: town)
        try await house.towns.refresh()
        try await addCells(to: town)
        try await house.towns.refresh()
        guard let facts = house.towns.town(slug: slug) else { throw Refusal.notFound }
        let people = try await addPeople(to: facts)
        try await inBatches(requests, of: town) { try addRequest($0, by: people, facts, in: $1) }
        try await inBatches(offers, of: town) { try addOffer($0, by: people, facts, in: $1) }
    }

    private func addNeighbourhoods(to town: Town) async throws {
        try await house.write(town) { scope in
            for (position, name) in Samples.neighbourhoods.enumerated() {
                try Neighbourhoods(scope).save(
                    Neighbourhood(
                        id: house.world.id(), slug: "quartier-\(position + 1)", name: name, anchor: Ground.middle(of: position),
                        position: position))
            }
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
    }

    private func addPeople(to facts: TownFacts) async throws -> [ID<Person>] {
        let people = (0..<Self.people).map { number in
            Person(
                id: ID(at: age(number, of: Self.people), random: chance.next), firstName: chance.pick(Samples.firstNames),
                lastName: chance.pick(Samples.lastNames), email: EmailAddress("personne\(number)@\(slug).invalid"), channel: .email,
                neighbourhood: chance.pick(facts.neighbourhoods).id, hasAccount: true, createdAt: age(number, of: Self.people))
        }
        try await inBatches(people.count, of: facts.town) { number, scope in
            try People(scope).insert(people[number])
            try Helpers(scope).save(helper(people[number]))
        }
        return people.map(\.id)
    }

    /// Oldest first, evenly over ninety days.
    func age(_ number: Int, of count: Int) -> Moment { now - .minutes(90 * 24 * 60 * (count - number) / count) }

    private func inBatches(_ count: Int, of town: Town, _ add: @escaping @Sendable (Int, TownTransaction) throws -> Void) async throws {
        for start in stride(from: 0, to: count, by: Self.batch) {
            try await house.write(town, listings: true) { scope in
                for number in start..<min(count, start + Self.batch) { try add(number, scope) }
            }
        }
    }
}
