import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import UseCases

extension TestHouse {
    func ask(_ changes: [String: String] = [:]) async throws -> Requests.Created {
        let form = [
            "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "place": "12 rue des Lilas", "for": "me",
            "details": "troisième étage", "firstName": "Jeanne", "lastName": "Durand", "email": "jeanne@clairval.test", "notice": "yes",
        ]
        return try await Requests(house).ask(
            AskForm(form.merging(changes) { _, new in new }), in: town, by: .visitor, language: "fr", door: .api)
    }

    /// Their ids.
    func askMany(_ count: Int) async throws -> [String] {
        var ids: [String] = []
        for _ in 0..<count {
            ids.append(try await ask().request.id.text)
            clock.move(.seconds(1))
        }
        return ids
    }

    /// An adult who helps with everything, all day.
    func makeHelper(_ person: Person, tier: TrustTier = .doorstep) async throws {
        var helper = Helper(
            person: person.id, categories: Set(town.categories.map(\.id)), neighbourhood: person.neighbourhood, joinedAt: clock.now)
        helper.tier = tier
        helper.fromHour = 0
        helper.toHour = 24
        try await house.write(town.town) { [helper] in try Helpers($0).save(helper) }
    }

    func offer(_ category: String, by person: Person, details: String) async throws -> ID<Offer> {
        guard let kind = self.category(category) else { throw Refusal.notFound }
        let offer = Offer(
            id: house.world.id(), person: person.id, category: kind.id, neighbourhood: person.neighbourhood, details: details,
            createdAt: clock.now)
        try await house.write(town.town, listings: true) { try Offers($0).insert(offer) }
        return offer.id
    }

    /// The address of the ask in the last mail to this person.
    func askPath(of person: Person) throws -> String {
        let links = mailer.sent.filter { $0.to.address == person.email?.text }.compactMap { mail in
            mail.text.firstMatch(of: /\/reponse\/([A-Za-z0-9_-]{43})/).map { String($0.output.1) }
        }
        guard let token = links.last else { throw Refusal.notFound }
        return "/towns/clairval/asks/\(token)"
    }
}
