import Domain
import Mail
import TestSupport
import Testing
import UseCases

@Suite struct NoShowPagesTests {
    @Test func fromTheAskersWordToTheDecision() async throws {
        let scene = try await MatchedScene()
        let martine = try SiteClient(scene.test)
        try await martine.signIn(scene.test.cast.martine)
        let form = try await scene.asker.get(scene.tracking + "/suite")
        #expect(form.body.contains("name=\"words\"") && form.body.contains("not_helped.nobody_came"))
        let long = String(repeating: "x", count: 1_001)
        let refused = try await scene.asker.post(scene.tracking + "/suite", ["result": "not_helped.nobody_came", "words": long])
        #expect(refused.status == 422 && refused.body.contains(long))
        _ = try await scene.asker.post(scene.tracking + "/suite", ["result": "not_helped.nobody_came", "words": "<b>attendu</b>"])
        #expect(try await scene.asker.get(scene.tracking + "/suite").body.contains("Merci de nous l’avoir dit"))
        #expect(try await martine.get("/t/clairval/referent").body.contains("id=\"noShows\""))
        let request = "/t/clairval/referent/demandes/\(scene.request.text)"
        let page = try await martine.get(request).body
        #expect(page.contains("&lt;b&gt;attendu&lt;/b&gt;") && !page.contains("<b>attendu"))
        #expect(try await martine.post(request + "/rendez-vous-manque").location == request + "?fait=1")
        let path = try await link(scene)
        try await hear(scene, path)
        #expect(try await martine.get(request).body.contains("Le train"))
        #expect(try await martine.post(request + "/rendez-vous-manque/decision", ["verdict": "perhaps"]).status == 422)
        _ = try await martine.post(request + "/rendez-vous-manque/decision", ["verdict": "strike"])
        #expect(try await martine.get(request).body.contains("Rien n’est retenu contre Karim R."))
        #expect(try await SiteClient(scene.test).get(path).body.contains("Rien n’est retenu"))
    }

    private func hear(_ scene: MatchedScene, _ path: String) async throws {
        let client = try SiteClient(scene.test)
        let page = try await client.get(path)
        #expect(page.status == 200 && !page.body.contains("attendu") && !page.body.contains("Jeanne"))
        #expect(try await client.post(path, ["words": ""]).status == 422)
        #expect(try await client.post(path, ["words": "Le train"]).location == path + "?fait=1")
        #expect(try await client.get(path + "?fait=1").body.contains("Merci, c’est noté"))
        #expect(try await client.get(path.replacing("/t/clairval", with: "/t/ailleurs")).status == 404)
        #expect(try await client.get("/t/clairval/rendez-vous-manque/x").status == 404)
    }

    private func link(_ scene: MatchedScene) async throws -> String {
        await scene.test.work()
        let mail = try #require(scene.test.mailer.sent.last { $0.subject.hasPrefix("Que s’est-il passé") })
        return String(
            try #require(mail.text.firstMatch(of: /http:\/\/entraide\.test(\/\S*\/rendez-vous-manque\/[A-Za-z0-9_-]{43})/)?.output.1))
    }
}
