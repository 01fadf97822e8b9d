import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct ReportPagesTests {
    private func staff(_ person: Person, _ scene: MatchedScene) async throws -> SiteClient {
        let client = try SiteClient(scene.test)
        try await client.signIn(person)
        return client
    }

    /// An offer of Karim that everybody sees.
    private func offer(_ test: TestHouse) async throws -> String {
        let (now, id, karim) = (test.clock.now, test.house.world.id(Offer.self), test.cast.karim)
        let category = try #require(test.category("groceries")).id
        try await test.house.write(test.town.town, listings: true) { scope in
            var offer = Offer(
                id: id, person: karim.id, category: category, neighbourhood: karim.neighbourhood, details: "Courses payantes",
                createdAt: now)
            (offer.review, offer.publicText) = (.approved, offer.details)
            try Offers(scope).insert(offer)
        }
        return "/t/clairval/propositions/\(id.text)"
    }

    @Test func aVisitorReportsAPublicTextInTwoTaps() async throws {
        let scene = try await MatchedScene()
        let page = try await offer(scene.test)
        let address = page.replacing("/propositions/", with: "/signaler/propositions/")
        #expect(try await scene.asker.get(page).body.contains(address))
        let form = try await scene.asker.get(address)
        #expect(form.status == 200 && form.body.contains("Courses payantes") && !form.body.contains("Karim"))
        let empty = try await scene.asker.post(address, ["email": "pas-une-adresse"])
        #expect(empty.status == 422 && empty.body.contains("Choisissez une raison."))
        let robot = try await scene.asker.post(address, ["reason": "paid", "website": "x"])
        #expect(robot.location == "/t/clairval/signaler/recu")
        let sent = try await scene.asker.post(address, ["reason": "paid", "words": "<b>20 €</b>"])
        #expect(sent.status == 303 && sent.location == "/t/clairval/signaler/recu")
        let mona = try await staff(scene.test.cast.moderator, scene)
        #expect(try await mona.get("/t/clairval/moderation").body.contains("1 signalement à lire"))
        let desk = try await mona.get("/t/clairval/moderation/signalements").body
        #expect(desk.contains("&lt;b&gt;20 €&lt;/b&gt;") && desk.contains("Courses payantes") && !desk.contains("Karim"))
        let path = try #require(desk.firstMatch(of: /\/t\/clairval\/moderation\/signalements\/[0-9a-f-]{36}\/suite/)?.output)
        #expect(try await mona.post(String(path)).status == 422)
        let skipped = try await mona.get("/t/clairval/moderation/signalements?plus-tard=" + path.split(separator: "/")[4])
        #expect(skipped.body.contains("Les autres signalements sont pour plus tard."))
        let done = try await mona.post(String(path), ["decision": "withdraw", "textReason": "paid"])
        #expect(done.location == "/t/clairval/moderation/signalements?fait=1")
        #expect(try await !scene.asker.get(page).body.contains("Courses payantes"))
        #expect(try await mona.get("/t/clairval/moderation/signalements").body.contains("Aucun signalement"))
    }

    @Test func whatIsNotThereIsNotReported() async throws {
        let scene = try await MatchedScene()
        let unknown = scene.test.house.world.id(Offer.self).text
        for path in [
            "/t/clairval/signaler/propositions/\(unknown)", "/t/clairval/signaler/demandes/\(unknown)", "/t/clairval/signaler/demandes/x",
            "/t/clairval/signaler/demandes/\(scene.request.text)",
            "/t/clairval/suivi/\(String(repeating: "A", count: 43))/conversation/signalement",
        ] {
            #expect(try await scene.asker.get(path).status == 404, "\(path)")
            #expect(try await scene.asker.post(path, ["reason": "theft"]).status == 404, "\(path)")
        }
        let lucie = try await staff(scene.test.cast.lucie, scene)
        #expect(try await lucie.get(scene.conversation + "/signalement").status == 404)
        #expect(try await lucie.post(scene.conversation + "/signalement", ["reason": "theft"]).status == 404)
    }

    @Test func anAskerReportsByTheirLinkAndTheHelperIsToldWhy() async throws {
        let scene = try await MatchedScene()
        let address = scene.tracking + "/conversation/signalement"
        #expect(try await scene.asker.get(scene.tracking).body.contains(address))
        #expect(try await scene.asker.get(address).body.contains("Signaler Karim R."))
        #expect(try await !scene.karim.get("/t/clairval/mon-compte").body.contains("/mon-compte/arret"), "nothing to see yet")
        #expect(try await scene.asker.post(address, ["reason": "violence", "words": "Il a crié"]).status == 303)
        #expect(try await scene.karim.get("/t/clairval/mon-compte").body.contains("/mon-compte/arret"))
        let page = try await scene.karim.get("/t/clairval/mon-compte/arret").body
        #expect(page.contains("Un fait de violence") && !page.contains("Jeanne") && !page.contains("Il a crié"))
        #expect(try await scene.karim.get("/t/clairval/propositions/nouvelle").status == 403)
        let refused = try await scene.karim.post("/t/clairval/mon-compte/arret")
        #expect(refused.status == 422 && refused.body.contains("error-summary"))
        let sent = try await scene.karim.post("/t/clairval/mon-compte/arret", ["words": "Je n’ai pas crié"])
        #expect(sent.location == "/t/clairval/mon-compte/arret?recours=1")
        let mona = try await staff(scene.test.cast.moderator, scene)
        let report = try await mona.get("/t/clairval/moderation/signalements").body
        let suite = try #require(report.firstMatch(of: /\/t\/clairval\/moderation\/signalements\/[0-9a-f-]{36}\/suite/)?.output)
        _ = try await mona.post(String(suite), ["decision": "stop", "stopReason": "violence", "words": "Lu"])
        let ariane = try await staff(scene.test.cast.administrator, scene)
        let appeal = try await ariane.get("/t/clairval/moderation/signalements").body
        let answer = try #require(appeal.firstMatch(of: /\/t\/clairval\/moderation\/arrets\/[0-9a-f-]{36}\/reponse/)?.output)
        #expect(try await mona.post(String(answer), ["result": "upheld", "words": "Non"]).status == 404)
        #expect(try await ariane.post(String(answer), ["result": "overturned", "words": "Oui"]).status == 303)
        #expect(try await scene.karim.get("/t/clairval/mon-compte/arret").body.contains("Rien n’est arrêté"))
    }

    @Test func openFormsAreSlowedDown() async throws {
        let scene = try await MatchedScene()
        let address = try await offer(scene.test).replacing("/propositions/", with: "/signaler/propositions/")
        let client = try SiteClient(scene.test, throttled: true)
        var statuses: [Int] = []
        for _ in 1...11 { statuses.append(try await client.post(address, ["reason": "spam"]).status) }
        #expect(statuses == Array(repeating: 303, count: 10) + [429])
    }

    @Test func theAskerOfAStoppedRequestReadsWhoSeesToIt() async throws {
        let scene = try await MatchedScene()
        #expect(try await scene.karim.post(scene.conversation + "/signalement", ["reason": "theft"]).status == 303)
        #expect(try await scene.asker.get(scene.tracking).body.contains("Votre demande est suivie par la ville"))
        let martine = try await staff(scene.test.cast.martine, scene)
        let guided = try await martine.get("/t/clairval/referent/demandes/\(scene.request.text)").body
        #expect(guided.contains("sont arrêtées") && !guided.contains("Un vol"))
    }
}
