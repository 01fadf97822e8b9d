import Domain
import TestSupport
import Testing
import UseCases

@Suite struct TextAppealPagesTests {
    private func client(_ test: TestHouse, _ person: Person) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(person)
        return client
    }

    private func found(_ pattern: String, in body: String) throws -> String {
        try #require(try body.firstMatch(of: Regex(pattern))?.0).description
    }

    /// Karim's request, decided by Mona; the address of its page.
    private func decided(_ form: [String: String], _ test: TestHouse) async throws -> String {
        var asked = ReferentPagesTests.call
        asked["details"] = "Sonnez chez <b>Durand</b>, troisième étage"
        let karim = Actor(person: test.cast.karim.id)
        let created = try await Requests(test.house).ask(AskForm(asked), in: test.town, by: karim, language: "fr", door: .web)
        let mona = try await client(test, test.cast.moderator)
        let page = try await mona.get("/t/clairval/moderation")
        #expect(page.body.contains("Entrée pour valider") && page.body.contains("première version"))
        let action = try found("/t/clairval/moderation/demandes/[0-9a-f-]{36}/decision", in: page.body)
        let read = try #require(page.body.firstMatch(of: /name="read" value="([0-9a-z]+)"/)?.1).description
        #expect(try await mona.post(action, form.merging(["read": read]) { $1 }).status == 303)
        return "/t/clairval/mon-compte/demandes/\(created.request.id.text)"
    }

    @Test func aRefusalIsReadOnTheOwnPageAppealedAndOverturned() async throws {
        let test = try await TestHouse()
        let root = try await decided(["decision": "refuse", "reason": "personal_data", "words": "L’étage suffit"], test)
        let karim = try await client(test, test.cast.karim)
        let page = try await karim.get(root)
        #expect(page.body.contains("Votre texte n’est pas publié") && page.body.contains("L’étage suffit"))
        #expect(page.body.contains("\(root)/recours"))
        #expect(try await karim.get("\(root)/recours").status == 200)
        #expect(try await karim.post("\(root)/recours", ["words": " "]).status == 422)
        #expect(try await karim.post("\(root)/recours", ["words": "C’est <i>utile</i>"]).location == "\(root)?recours=1")
        #expect(try await karim.get("\(root)?recours=1").body.contains("Une autre personne va relire"))
        #expect(try await karim.get("\(root)/recours").location == root)

        let mona = try await client(test, test.cast.moderator)
        #expect(try await mona.get("/t/clairval/moderation").body.contains("attend une autre personne que vous"))
        let ariane = try await client(test, test.cast.administrator)
        let queue = try await ariane.get("/t/clairval/moderation")
        #expect(queue.body.contains("C’est &lt;i&gt;utile") && !queue.body.contains("Karim") && !queue.body.contains("⟦"))
        let action = try found("/t/clairval/moderation/recours/[0-9a-f-]{36}/reponse", in: queue.body)
        let answer = ["result": "overturned", "words": "En effet"]
        #expect(try await mona.post(action, answer).status == 404)
        #expect(try await karim.post(action, answer).status == 404)
        #expect(try await ariane.post(action, ["result": "overturned"]).status == 422)
        #expect(try await ariane.post(action, answer).location == "/t/clairval/moderation?fait=1")
        let told = try await karim.get(root)
        #expect(told.body.contains("vos mots sont publiés tels quels") && told.body.contains("En effet"))
    }

    @Test func anAmendmentShowsItsDifferenceAlsoToEars() async throws {
        let test = try await TestHouse()
        let root = try await decided(["decision": "amend", "text": "Sonnez chez moi, troisième étage"], test)
        let body = try await client(test, test.cast.karim).get(root).body
        let removed = try found("<del>.*?</del>", in: body)
        #expect(removed.contains("retiré\u{A0}:") || removed.contains("retiré :"))
        #expect(removed.contains("&lt;b&gt;Durand&lt;/b&gt;,"))
        #expect(try found("<ins>.*?</ins>", in: body).contains("moi,"))
    }

    @Test func somebodyElseFindsNothingToAppeal() async throws {
        let test = try await TestHouse()
        let root = try await decided(["decision": "refuse", "reason": "unclear"], test)
        let lucie = try await client(test, test.cast.lucie)
        #expect(try await lucie.get("\(root)/recours").status == 404)
        #expect(try await lucie.post("\(root)/recours", ["words": "Si"]).status == 404)
    }
}
