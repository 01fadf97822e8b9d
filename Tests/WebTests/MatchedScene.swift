import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

/// Somebody asked, Karim was asked by mail and said yes: what each of them then has in hand.
struct MatchedScene {
    let test: TestHouse
    /// The asker's page.
    let tracking: String
    /// The helper's page.
    let conversation: String
    let request: ID<HelpRequest>
    /// Without an account, by the link.
    let asker: SiteClient
    /// Signed in.
    let karim: SiteClient

    init(_ changes: [String: String] = [:], test given: TestHouse? = nil) async throws {
        let house: TestHouse
        if let given { house = given } else { house = try await TestHouse() }
        test = house
        try await Self.makeHelper(test.cast.karim, in: test)
        let created = try await Self.ask(changes, in: test)
        request = created.request.id
        tracking = "/t/clairval/suivi/\(created.tracking.text)"
        await test.work()
        let mail = try #require(test.mailer.sent.last { $0.to.address == "karim@clairval.test" })
        let answer = try #require(mail.text.firstMatch(of: /http:\/\/entraide\.test(\/[^\s?]+)\?reponse=oui/)?.output.1)
        asker = try SiteClient(test)
        karim = try SiteClient(test)
        _ = try await karim.post(String(answer), ["answer": "yes"])
        await test.work()
        try await karim.signIn(test.cast.karim)
        let page = try await karim.get("/t/clairval/conversations").body
        conversation = String(try #require(page.firstMatch(of: /\/t\/clairval\/conversations\/[0-9a-f-]{36}/)?.output))
    }

    static func ask(_ changes: [String: String] = [:], in test: TestHouse, by actor: Actor = .visitor) async throws -> Requests.Created {
        let fields = [
            "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "place": "12 rue des Lilas", "for": "me",
            "firstName": "Jeanne", "lastName": "Durand", "email": "jeanne@clairval.test", "phone": "04 90 00 00 09", "notice": "yes",
        ]
        let form = AskForm(fields.merging(changes) { _, new in new })
        return try await Requests(test.house).ask(form, in: test.town, by: actor, language: "fr", door: .web)
    }

    static func makeHelper(_ person: Person, in test: TestHouse) async throws {
        var helper = Helper(
            person: person.id, categories: Set(test.town.categories.map(\.id)), neighbourhood: person.neighbourhood,
            joinedAt: test.clock.now)
        helper.tier = .doorstep
        try await test.house.write(test.town.town) { [helper] in try Helpers($0).save(helper) }
    }
}
