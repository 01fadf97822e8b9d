import Domain
import HTTPTypes
import Mail
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct StillAvailablePagesTests {
    /// The path in Karim's mail after a month of silence.
    private func asked() async throws -> (TestHouse, String) {
        let test = try await TestHouse()
        var helper = Helper(
            person: test.cast.karim.id, categories: Set(test.town.categories.map(\.id)), neighbourhood: test.cast.karim.neighbourhood,
            joinedAt: test.clock.now)
        helper.tier = .doorstep
        let made = helper
        let jeanne = test.cast.jeanne
        try await test.house.write(test.town.town) { [now = test.clock.now] scope in
            try Helpers(scope).save(made)
            try Helpers(scope).save(Helper(person: jeanne.id, neighbourhood: jeanne.neighbourhood, joinedAt: now))
        }
        test.clock.move(.days(32))
        await test.work(withSchedules: true)
        await test.work()
        let text = test.mailer.sent.last { $0.text.contains("/disponibilite/") }?.text ?? ""
        let token = try #require(text.split(separator: "/disponibilite/").dropFirst().first).prefix(43)
        return (test, "/t/clairval/disponibilite/\(token)")
    }

    @Test func theLinkAsksAndChangesNothing() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test)
        for choice in ["", "?reponse=oui", "?reponse=pause", "?reponse=arret", "?reponse=%22%3E"] {
            let page = try await client.get(path + choice)
            #expect(page.status == 200 && page.body.matches(of: /name="answer"/).count == 3)
            for secret in ["Karim", "Rahmani", "karim@"] { #expect(!page.body.contains(secret)) }
        }
    }

    @Test func eachAnswerIsThankedAndMayBeRepeated() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test)
        for (answer, words) in [("yes", "Merci d’être toujours là"), ("pause", "reposez-vous"), ("stop", "merci pour tout")] {
            for _ in 1...2 { #expect(try await client.post(path, ["answer": answer]).location == path) }
            #expect(try await client.get(path).body.contains(words))
        }
    }

    @Test func wrongLinksAndNonsenseAreRefused() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test, throttled: true)
        let wrong = "/t/clairval/disponibilite/" + String(repeating: "A", count: 43)
        #expect(try await client.post(path, ["answer": "maybe"]).status == 422)
        #expect(try await client.post(wrong, ["answer": "yes"]).status == 404)
        #expect(try await client.get("/t/ailleurs" + path.dropFirst("/t/clairval".count)).status == 404)
        #expect(try await client.get("/t/clairval/disponibilite/x").status == 404)
        for _ in 0..<27 { _ = try await client.get(wrong) }
        #expect(try await client.get(wrong).status == 429)
        #expect(try await client.get(path).status == 200, "who holds a true link is not kept out")
        client.headers[HTTPField.Name("Sec-Fetch-Site") ?? .origin] = "cross-site"
        #expect(try await client.post(path, ["answer": "stop"]).status == 403)
    }

    @Test func anOfferInReserveIsShownAgainByItsOwner() async throws {
        let (test, _) = try await asked()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.karim)
        let (karim, house) = (test.cast.karim.id, test.house)
        var offer = Offer(
            id: house.world.id(), person: karim, category: test.town.categories[0].id, neighbourhood: nil, details: nil,
            createdAt: test.clock.now)
        offer.status = .reserved
        let made = offer
        try await house.write(test.town.town) { try Offers($0).insert(made) }
        let page = try await client.get("/t/clairval/mon-compte/propositions")
        #expect(page.body.contains("En réserve") && page.body.contains("Montrer à nouveau"))
        let links = "/t/clairval/mon-compte/propositions/\(made.id.text)/pause/fin"
        #expect(page.body.contains(links))
        #expect(try await client.post(links, [:]).status == 303)
        #expect(try await client.get("/t/clairval/mon-compte/propositions").body.contains("Visible de tous"))
    }

    @Test func aReferentNotesWhatTheyHeard() async throws {
        let (test, _) = try await asked()
        let jeanne = test.cast.jeanne
        let martine = try SiteClient(test)
        try await martine.signIn(test.cast.martine)
        let page = try await martine.get("/t/clairval/referent")
        #expect(page.body.contains("Jeanne D.") && page.body.contains("En sommeil"))
        let action = "/t/clairval/referent/disponibilite/\(jeanne.id.text)"
        #expect(page.body.contains(action))
        #expect(try await martine.post(action, ["answer": "perhaps"]).status == 422)
        #expect(try await martine.post(action, ["answer": "yes"]).location == "/t/clairval/referent?fait=disponibilite")
        #expect(!(try await martine.get("/t/clairval/referent").body.contains(action)))
        let karim = SiteClient(test, sharing: martine.website)
        try await karim.signIn(test.cast.karim)
        #expect(try await karim.post(action, ["answer": "stop"]).status == 404)
    }
}
