import Testing
import TestSupport

@Suite struct BlockPagesTests {
    @Test func anAskerBlocksFromTheTrackingPage() async throws {
        let scene = try await MatchedScene()
        let address = scene.tracking + "/conversation/blocage"
        #expect(try await scene.asker.get(scene.tracking).body.contains(address))
        let page = try await scene.asker.get(address)
        #expect(page.status == 200 && page.body.contains("Karim R."))
        let answer = try await scene.asker.post(address)
        #expect(answer.status == 303 && answer.location == scene.tracking)
        #expect(try await scene.asker.post(address).status == 303)
        #expect(try await !scene.asker.get(scene.tracking).body.contains("Karim R."))
        let seen = try await scene.karim.get(scene.conversation)
        #expect(seen.body.contains("Cette conversation est terminée.") && !seen.body.lowercased().contains("bloqué par"))
    }

    @Test func aHelperBlocksAndSeesTheList() async throws {
        let scene = try await MatchedScene()
        let answer = try await scene.karim.post(scene.conversation + "/blocage")
        #expect(answer.location == "/t/clairval/mon-compte/blocages")
        let list = try await scene.karim.get("/t/clairval/mon-compte/blocages").body
        #expect(list.contains("Jeanne D."))
        let end = try #require(list.firstMatch(of: /\/t\/clairval\/mon-compte\/blocages\/[0-9a-f-]{36}\/retrait/)?.output)
        #expect(try await scene.karim.post(String(end)).status == 303)
        #expect(try await scene.karim.get("/t/clairval/mon-compte/blocages").body.contains("Vous n’avez bloqué personne."))
    }

    @Test func aStrangerFindsNothing() async throws {
        let scene = try await MatchedScene()
        let lucie = try SiteClient(scene.test)
        try await lucie.signIn(scene.test.cast.lucie)
        #expect(try await lucie.get(scene.conversation + "/blocage").status == 404)
        #expect(try await lucie.post(scene.conversation + "/blocage").status == 404)
    }
}
