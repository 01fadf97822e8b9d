import Domain
import HTTPTypes
import Mail
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct AnswerPagesTests {
    @Test func theLinkShowsWhatIsAskedAndChangesNothing() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test)
        for choice in ["", "?reponse=oui", "?reponse=non", "?reponse=pause", "?reponse=jamais", "?reponse=%22%3E"] {
            let page = try await client.get(path + choice)
            #expect(page.status == 200)
            #expect(page.body.contains("Des courses"))
            #expect(page.body.contains("Les Tilleuls"))
            #expect(page.body.contains("responsabilité civile"))
            for secret in ["Jeanne", "Durand", "Lilas", "troisième étage"] { #expect(!page.body.contains(secret)) }
            #expect(page.body.matches(of: /name="answer"/).count == 4)
        }
    }

    @Test func aYesLeadsToTheConversation() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test)
        for _ in 0..<2 {
            let answer = try await client.post(path, ["answer": "yes"])
            #expect(answer.status == 303)
            #expect(answer.location == path)
        }
        let page = try await client.get(path)
        #expect(page.body.contains("Merci d’avoir dit oui"))
        #expect(page.body.contains("/t/clairval/conversations/"))
        #expect(!page.body.contains("Jeanne"))
    }

    @Test func aNoIsThankedAndMayStillBecomeAYes() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test)
        _ = try await client.post(path, ["answer": "no"])
        #expect(try await client.get(path).body.contains("Finalement, oui"))
        _ = try await client.post(path, ["answer": "yes"])
        #expect(try await client.get(path).body.contains("Merci d’avoir dit oui"))
    }

    @Test func aRestSaysUntilWhen() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test)
        _ = try await client.post(path, ["answer": "later"])
        #expect(try await client.get(path).body.contains("samedi 5 décembre 2026"))
    }

    @Test func neverSaysSoAndIsUndoneFromTheAvailability() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test)
        _ = try await client.post(path, ["answer": "never"])
        let page = try await client.get(path)
        #expect(page.body.contains("Nous ne vous demanderons plus rien pour"))
        #expect(page.body.contains("/t/clairval/mon-compte/disponibilites#refusees"))
        try await client.signIn(test.cast.karim)
        #expect(try await client.get("/t/clairval/mon-compte/disponibilites").body.contains("id=\"refusees\""))
        let back = try await client.post("/t/clairval/mon-compte/disponibilites/types", ["category": "groceries"])
        #expect(back.location == "/t/clairval/mon-compte/disponibilites?fait=type")
        let after = try await client.get("/t/clairval/mon-compte/disponibilites?fait=type")
        #expect(after.body.contains("nous pouvons à nouveau vous demander"))
        #expect(!after.body.contains("id=\"refusees\""))
    }

    @Test func anotherTimeIsProposedAndAcceptedByTheLinks() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test)
        let form = try await client.get(path + "/autre-moment")
        #expect(form.status == 200 && form.body.contains("name=\"secondHour\""))
        let refused = try await client.post(path + "/autre-moment", ["firstDay": "hier", "firstHour": "14"])
        #expect(refused.status == 422 && refused.body.contains("value=\"hier\""))
        let sent = try await client.post(path + "/autre-moment", ["firstDay": "22/11/2026", "firstHour": "14"])
        #expect(sent.status == 303 && sent.location == path)
        #expect(try await client.get(path).body.contains("Merci, nous posons la question"))
        #expect(try await client.get(path + "/autre-moment").location == path, "once")
        await test.work()
        let mail = try #require(test.mailer.sent.last { $0.to.address == "jeanne@clairval.test" })
        #expect(mail.subject.hasPrefix("Un autre moment vous est proposé") && !mail.text.contains("Karim"))
        let tracking = String(try #require(mail.text.firstMatch(of: /http:\/\/entraide\.test(\/\S*\/suivi\/[A-Za-z0-9_-]{43})/)?.output.1))
        let page = try await client.get(tracking)
        #expect(page.body.contains("22 novembre 2026") && !page.body.contains("Karim"))
        let action = String(try #require(page.body.firstMatch(of: /action="([^"]*\/moments\/[0-9a-f-]{36})"/)?.output.1))
        #expect(try await client.post(action.replacing("/t/clairval", with: "/t/ailleurs"), ["choice": "first"]).status == 404)
        #expect(try await client.post(action, ["choice": "both"]).status == 422)
        for expected in ["?moment=accepte", ""] {
            #expect(try await client.post(action, ["choice": "first"]).location == tracking + expected)
        }
        let matched = try await client.get(tracking + "?moment=accepte").body
        #expect(matched.contains("le rendez-vous est pris") && matched.contains("Karim R."))
        #expect(try await client.get(path).body.contains("Merci d’avoir dit oui"))
    }

    @Test func wrongLinksAnswer404AndAreCounted() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test, throttled: true)
        let wrong = "/t/clairval/reponse/" + String(repeating: "A", count: 43)
        #expect(try await client.get("/t/ailleurs" + path.dropFirst("/t/clairval".count)).status == 404)
        #expect(try await client.post(wrong, ["answer": "yes"]).status == 404)
        #expect(try await client.get("/t/clairval/reponse/x").status == 404)
        for _ in 0..<27 { _ = try await client.get(wrong) }
        #expect(try await client.get(wrong).status == 429)
        #expect(try await client.get(path).status == 200, "who holds a true link is not kept out")
    }

    @Test func nonsenseIsRefusedAndAForeignFormChangesNothing() async throws {
        let (test, path) = try await asked()
        let client = try SiteClient(test)
        #expect(try await client.post(path, ["answer": "maybe"]).status == 422)
        #expect(try await client.post(path).status == 422)
        client.headers[HTTPField.Name("Sec-Fetch-Site") ?? .origin] = "cross-site"
        #expect(try await client.post(path, ["answer": "yes"]).status == 403)
        #expect(try await client.get(path).body.contains("name=\"answer\" value=\"later\""))
    }

    /// The path in Karim's mail.
    private func asked() async throws -> (TestHouse, String) {
        let test = try await TestHouse()
        var helper = Helper(
            person: test.cast.karim.id, categories: Set(test.town.categories.map(\.id)), neighbourhood: test.cast.karim.neighbourhood,
            joinedAt: test.clock.now)
        helper.tier = .doorstep
        try await test.house.write(test.town.town) { [helper] in try Helpers($0).save(helper) }
        let form = AskForm([
            "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "place": "12 rue des Lilas", "for": "me",
            "details": "troisième étage", "firstName": "Jeanne", "lastName": "Durand", "email": "jeanne@clairval.test", "notice": "yes",
        ])
        _ = try await Requests(test.house).ask(form, in: test.town, by: .visitor, language: "fr", door: .web)
        await test.work()
        let mail = try #require(test.mailer.sent.first { $0.to.address == "karim@clairval.test" })
        let link = try #require(mail.text.firstMatch(of: /http:\/\/entraide\.test(\/[^\s?]+)\?reponse=oui/)?.output.1)
        return (test, String(link))
    }
}
