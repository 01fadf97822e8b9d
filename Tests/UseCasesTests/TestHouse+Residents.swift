import Database
import Domain
import JobQueue
import Persistence
import TestSupport
@testable import UseCases

extension TestHouse {
    static let availability = AvailabilityForm([
        "categories": "groceries,conversation", "days": "1,6", "fromHour": "9", "toHour": "18", "radius": "2000", "travel": "bicycle",
        "languages": "fr,ar", "weeklyAsks": "3", "birthYear": "1985", "neighbourhood": "les-tilleuls",
    ])

    func viewer(_ person: Person, in facts: TownFacts? = nil) async throws -> Viewer {
        let roles = try await house.read((facts ?? town).town) { try Roles($0).of(person.id) }
        return Viewer(person: person, roles: roles, session: house.world.id(), signedInAt: clock.now)
    }

    func helper(_ person: Person) async throws -> Helper? { try await house.read(town.town) { try Helpers($0).find(person.id) } }

    /// A request that this account asked for, whose words a moderator refused.
    func refusedRequest(of person: Person) async throws -> ID<HelpRequest> {
        var form = AskingTests.form
        form["details"] = "mot secret, 10 € de l’heure"
        form["sure"] = "yes"
        let id = try await Requests(house).ask(form, in: town, by: Actor(person: person.id), language: "fr", door: .web).request.id
        let moderation = TextModeration(house)
        let moderator = Actor(person: cast.moderator.id, roles: [Role(.moderator)])
        let text = try await moderation.desk(skipping: [], by: moderator, in: town).text
        try await moderation.decide(
            ["decision": "refuse", "reason": "paid", "words": "mot du modérateur"], on: .request, id.bytes,
            fingerprint: text?.fingerprint ?? "", by: moderator, in: town)
        return id
    }

    /// Who did what to whom, oldest first: `granted trust`.
    func journal(about person: Person) async throws -> [String] {
        try await house.read(town.town) { scope in
            try scope.sql.values(
                """
                /* journal */ SELECT action || ' ' || purpose FROM journal
                WHERE town_id = \(scope.town) AND subject = \(person.id) ORDER BY number
                """)
        }
    }
}
