import Domain
import Foundation
import Persistence
import Simulation
import UseCases

/// A town of its own for a rehearsal, with quartiers and staff, so that the other towns of the demo stay as they are.
struct RehearsalTown {
    let house: House
    let scenario: Scenario

    /// `exercice`, or the next number that is free.
    func open() async throws -> TownFacts {
        let slugs = ["exercice"] + (2...99).map { "exercice-\($0)" }
        guard let slug = slugs.first(where: { house.towns.town(slug: $0) == nil }) else {
            throw Refusal.invalid("slug", "refusal.slugTaken")
        }
        let town = try await TownKeeping(house).open(
            TownOpening(slug: slug, name: "Exercice", phone: "04 00 00 00 00", administrator: "admin@\(slug).demo.invalid"))
        let quartiers = SimulatedTown.quartiers(of: scenario).map { quartier in
            Neighbourhood(
                id: house.world.id(), slug: quartier.slug, name: quartier.name, anchor: quartier.anchor, position: quartier.position)
        }
        try await house.write(town) { [house] scope in
            for quartier in quartiers { try Neighbourhoods(scope).save(quartier) }
            try staff(of: slug, quartiers, house, in: scope)
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
        try await house.towns.refresh()
        guard let facts = house.towns.town(slug: slug) else { throw Refusal.notFound }
        return facts
    }

    private func staff(of slug: String, _ quartiers: [Neighbourhood], _ house: House, in scope: TownTransaction) throws {
        let now = house.world.now()
        func hire(_ name: String, _ role: Role, lives quartier: Neighbourhood?) throws {
            let person = Person(
                id: house.world.id(), firstName: name.capitalized, email: EmailAddress("\(name)@\(slug).demo.invalid"), channel: .email,
                neighbourhood: quartier?.id, hasAccount: true, createdAt: now)
            try People(scope).insert(person)
            try Roles(scope).grant(role, to: person.id, id: house.world.id(), by: nil, now: now)
        }
        try hire("moderateur", Role(.moderator), lives: nil)
        for (number, quartier) in quartiers.enumerated() {
            try hire(number == 0 ? "referent" : "referent-\(number + 1)", Role(.referent, neighbourhood: quartier.id), lives: quartier)
        }
    }
}
