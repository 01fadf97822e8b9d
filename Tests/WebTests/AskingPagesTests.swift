import Domain
import TestSupport
import Testing
import UseCases

@Suite struct AskingPagesTests {
    private static let base = "/t/clairval/demandes/nouvelle"
    private static let answers: [(step: String, fields: [String: String])] = [
        ("quoi", ["category": "groceries"]), ("quand", ["when": "now"]), ("ou", ["neighbourhood": "les-tilleuls"]),
        ("pour-qui", ["for": "me"]), ("precisions", ["details": "Deux sacs"]),
        ("vous-joindre", ["firstName": "Jeanne", "email": "jeanne@clairval.test"]), ("verification", ["notice": "yes"]),
    ]

    /// A browser that keeps no cookie.
    private func forgetful(_ client: SiteClient, _ body: () async throws -> SiteClient.Answer) async throws -> SiteClient.Answer {
        client.cookies = [:]
        return try await body()
    }

    @Test func withCookiesNoSecretStandsInAnAddress() async throws {
        let client = try SiteClient(try await TestHouse())
        var next = try #require(try await client.get(Self.base).location)
        for (step, fields) in Self.answers {
            #expect(next == "\(Self.base)/\(step)")
            #expect(try await client.get(next).body.contains("brouillon") == false)
            next = try #require(try await client.post(next, fields).location)
        }
        #expect(next.hasPrefix("/t/clairval/suivi/"))
    }

    @Test func aPriceIsExplainedAndHeldIfOneInsists() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        var next = try #require(try await client.get(Self.base).location)
        for (step, fields) in Self.answers.prefix(4) { next = try #require(try await client.post("\(Self.base)/\(step)", fields).location) }
        let price = "Je donne 15 € de l’heure <b>"
        let page = try await client.post(next, ["details": price, "constraints": "Le matin"])
        #expect(page.status == 422)
        for words in ["« Je donne 15 € »", "Ici, l’aide est gratuite", "&lt;b&gt;", "value=\"Le matin\"", "Envoyer tel quel"] {
            #expect(page.body.contains(words), "\(words)")
        }
        // Nobody goes round it by going on.
        _ = try await client.post("\(Self.base)/vous-joindre", Self.answers[5].fields)
        #expect(try await client.post("\(Self.base)/verification", ["notice": "yes"]).status == 422)
        #expect(try await client.post(next, ["details": price, "constraints": "Le matin", "sure": "yes"]).status == 303)
        let tracking = try #require(try await client.post("\(Self.base)/verification", ["notice": "yes"]).location)
        #expect(tracking.hasPrefix("/t/clairval/suivi/"))
        let moderator = Actor(person: test.cast.moderator.id, roles: [Role(.moderator)])
        let desk = try await TextModeration(test.house).desk(skipping: [], by: moderator, in: test.town)
        #expect(desk.text?.text == price && desk.warnings == [.paid])
    }

    @Test func withoutCookiesNobodyIsShutOut() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        var next = try #require(try await forgetful(client) { try await client.get(Self.base) }.location)
        for (step, fields) in Self.answers {
            #expect(next.hasPrefix("\(Self.base)/\(step)"))
            let shown = try await forgetful(client) { try await client.get(next) }
            #expect(shown.status == 200 && shown.body.contains("action=\"\(next)\""))
            next = try #require(try await forgetful(client) { try await client.post(next, fields) }.location)
        }
        #expect(next.hasPrefix("/t/clairval/suivi/"))
        let kept = try await forgetful(client) { try await client.get(next) }
        #expect(kept.status == 200)
    }

    /// Who sends out an address with a draft of theirs reads nothing of what is typed after it.
    @Test func anAddressThatWasSentToSomebodyTellsItsSenderNothing() async throws {
        let client = try SiteClient(try await TestHouse())
        var sent = "\(Self.base)/quoi"
        for (_, fields) in Self.answers.prefix(5) {
            let address = sent
            sent = try #require(try await forgetful(client) { try await client.post(address, fields) }.location)
        }
        let trap = sent
        #expect(trap.contains("/vous-joindre?brouillon="))
        let typed = try await forgetful(client) { try await client.post(trap, ["firstName": "Secrète", "email": "s@clairval.test"]) }
        #expect(typed.location?.contains("/verification?brouillon=") == true)
        #expect(try await forgetful(client) { try await client.get(trap) }.body.contains("Secrète") == false)
        #expect(try await forgetful(client) { try await client.get(typed.location ?? "") }.body.contains("Secrète"))
    }

    @Test func aRefusedAnswerSaysWhyWithoutCookiesToo() async throws {
        let client = try SiteClient(try await TestHouse())
        let refused = try #require(try await forgetful(client) { try await client.post("\(Self.base)/quoi") }.location)
        #expect(refused.contains("?brouillon=") && refused.hasSuffix("&essai=1"))
        #expect(try await forgetful(client) { try await client.get(refused) }.body.contains("category-erreur"))
    }
}
