import Domain
import Mail
import TestSupport
import Testing
import UseCases

@Suite struct ReminderPagesTests {
    @Test func theLinkShowsAndTheButtonsAnswer() async throws {
        let (scene, path) = try await reminded()
        let client = try SiteClient(scene.test)
        for choice in ["", "?reponse=oui", "?reponse=non", "?reponse=%22%3E"] {
            let page = try await client.get(path + choice)
            #expect(page.status == 200 && page.body.contains("lundi 23 novembre 2026") && page.body.contains("Les Tilleuls"))
            #expect(page.body.matches(of: /name="answer"/).count == 2)
            for secret in ["Jeanne", "Durand", "Lilas"] { #expect(!page.body.contains(secret)) }
        }
        for _ in 0..<2 { #expect(try await client.post(path, ["answer": "yes"]).location == path) }
        #expect(try await client.get(path).body.contains("Merci, c’est confirmé"))
        #expect(try await client.get(scene.tracking).body.contains("Karim R. a confirmé sa venue"))
        _ = try await client.post(path, ["answer": "cannot"])
        #expect(try await client.get(path).body.contains("Merci de l’avoir dit"))
    }

    @Test func nonsenseWrongTownsAndWrongLinks() async throws {
        let (scene, path) = try await reminded()
        let client = try SiteClient(scene.test, throttled: true)
        #expect(try await client.post(path, ["answer": "later"]).status == 422)
        #expect(try await client.get(path.replacing("/t/clairval", with: "/t/ailleurs")).status == 404)
        #expect(try await client.post(path.replacing("/t/clairval", with: "/t/ailleurs"), ["answer": "cannot"]).status == 404)
        #expect(try await client.get("/t/clairval/rendez-vous/x").status == 404)
        let wrong = "/t/clairval/rendez-vous/" + String(repeating: "A", count: 43)
        for _ in 0..<27 { _ = try await client.get(wrong) }
        #expect(try await client.get(wrong).status == 429)
        #expect(try await client.get(path).status == 200)
    }

    @Test func aLateWithdrawalIsOnTopOfTheOwnersListUntilTaken() async throws {
        let (scene, path) = try await reminded()
        let martine = try SiteClient(scene.test)
        try await martine.signIn(scene.test.cast.martine)
        let request = "/t/clairval/referent/demandes/\(scene.request.text)"
        #expect(try await martine.get(request).body.contains("Nous avons demandé à l’aidant s’il vient"))
        _ = try await martine.post(path, ["answer": "cannot"])
        let todo = try await martine.get("/t/clairval/referent").body
        let alarm = try #require(todo.firstRange(of: "id=\"alarms\"")?.lowerBound)
        #expect(todo.firstRange(of: "id=\"asking\"").map { alarm < $0.lowerBound } ?? true)
        #expect(todo.contains("action=\"\(request)/alerte\""))
        #expect(try await martine.post(request + "/alerte").location == request + "?fait=1")
        #expect(try await !martine.get("/t/clairval/referent").body.contains("id=\"alarms\""))
    }

    @Test func theOwnerNotesThatTheHelperComes() async throws {
        let (scene, _) = try await reminded()
        let martine = try SiteClient(scene.test)
        try await martine.signIn(scene.test.cast.martine)
        let request = "/t/clairval/referent/demandes/\(scene.request.text)"
        #expect(try await martine.post(request + "/confirmation").location == request + "?fait=1")
        #expect(try await martine.get(request).body.contains("L’aidant a confirmé sa venue"))
    }

    /// Karim is to help on Monday, and it is Sunday.
    private func reminded() async throws -> (MatchedScene, String) {
        let scene = try await MatchedScene(["when": "date", "date": "2026-11-23"])
        scene.test.clock.move(.hours(24))
        await scene.test.work(withSchedules: true)
        let mail = try #require(scene.test.mailer.sent.last { $0.subject.hasPrefix("Demain") })
        return (scene, String(try #require(mail.text.firstMatch(of: /http:\/\/entraide\.test(\/[^\s?]+)\?reponse=oui/)?.output.1)))
    }
}
