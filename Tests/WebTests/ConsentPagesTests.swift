import Domain
import TestSupport
import Testing

@Suite struct ConsentPagesTests {
    @Test func whatWasAgreedToIsShownWordByWordAndTakenBackThere() async throws {
        let scene = try await MatchedScene()
        let shown = try await scene.karim.get(scene.conversation).body
        let words = ["Montré à cette personne seulement, et caché de nouveau à la fin. Vous pouvez changer d’avis.", "Montrer mon numéro"]
        for line in words { #expect(shown.contains(line)) }
        #expect(try await scene.karim.post(scene.conversation + "/partage", ["kind": "phone", "shown": "yes"]).status == 303)
        #expect(try await scene.karim.get("/t/clairval/mon-compte").body.contains("/mon-compte/consentements"))
        let page = try await scene.karim.get("/t/clairval/mon-compte/consentements").body
        for line in words + ["Vous-même", "Sur le site", "Non, l’accord tient"] { #expect(page.contains(line), "\(line)") }
        let path = String(try #require(page.firstMatch(of: /\/t\/clairval\/mon-compte\/consentements\/[0-9a-f-]{36}\/retrait/)?.output))
        #expect(try await scene.karim.get(path).body.contains("Votre numéro est caché tout de suite."))
        let lucie = try SiteClient(scene.test)
        try await lucie.signIn(scene.test.cast.lucie)
        #expect(try await lucie.get(path).status == 404)
        #expect(try await lucie.post(path).status == 404)
        #expect(try await scene.asker.get(path).status == 303, "whom we do not know signs in first")
        #expect(try await scene.karim.post(path).location == "/t/clairval/mon-compte/consentements?fait=1")
        let after = try await scene.karim.get("/t/clairval/mon-compte/consentements").body
        #expect(!after.contains("Non, l’accord tient") && !after.contains("/retrait"))
        #expect(try await scene.karim.get(path).status == 303)
    }

    @Test func aPageWithoutConsentsSaysSo() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.lucie)
        #expect(try await client.get("/t/clairval/mon-compte/consentements").body.contains("Vous n’avez encore rien accepté."))
    }
}
