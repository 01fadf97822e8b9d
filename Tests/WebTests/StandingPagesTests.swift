import Domain
import Mail
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct StandingPagesTests {
    private func scene() async throws -> MatchedScene { try await MatchedScene(["when": "every", "rhythm": "weekly"]) }

    @Test func theTwoAgreeOnADayAndBothSeeIt() async throws {
        let scene = try await scene()
        let page = try await scene.karim.get(scene.conversation).body
        #expect(page.contains("Aide régulière") && page.contains("\(scene.conversation)/premier-jour"))
        #expect(try await scene.karim.get("\(scene.conversation)/premier-jour").status == 200)
        let wrong = try await scene.karim.post("\(scene.conversation)/premier-jour", ["first": "hier"])
        #expect(wrong.status == 422 && wrong.body.contains("hier"))
        let day = CivilDay(scene.test.clock.now + .days(3), in: scene.test.town.town.timeZone)
        #expect(try await scene.asker.post("\(scene.tracking)/conversation/premier-jour", ["first": day.iso]).status == 303)
        #expect(try await scene.asker.get(scene.tracking).body.contains("Prochain rendez-vous : mardi 24 novembre 2026"))
        #expect(try await scene.karim.get(scene.conversation).body.contains("name=\"day\" value=\"\(day.iso)\""))
        #expect(!(try await scene.asker.get("\(scene.tracking)/conversation").body.contains("name=\"day\"")), "it is the helper's to say")
        #expect(try await scene.karim.post("\(scene.conversation)/absence", ["day": "demain"]).status == 422)
        let said = try await scene.karim.post("\(scene.conversation)/absence", ["day": day.iso])
        #expect(said.location == "\(scene.conversation)#regulier")
        #expect(try await scene.asker.get(scene.tracking).body.contains("Karim R. ne peut pas venir"))
        #expect(try await !scene.asker.get("\(scene.tracking)/conversation").body.contains("absence/fin"))
        #expect(try await scene.karim.get(scene.conversation).body.contains("Finalement, je peux venir le mardi 24 novembre 2026"))
        let back = try await scene.karim.post("\(scene.conversation)/absence/fin", ["day": day.iso])
        #expect(back.location == "\(scene.conversation)#regulier")
        #expect(try await scene.asker.get(scene.tracking).body.contains("Prochain rendez-vous : mardi 24 novembre 2026"))
        let stranger = try SiteClient(scene.test)
        try await stranger.signIn(scene.test.cast.lucie)
        #expect(try await stranger.post("\(scene.conversation)/absence", ["day": day.iso]).status == 404)
        #expect(try await stranger.get("\(scene.conversation)/premier-jour").status == 404)
        #expect(
            try await stranger.post("\(scene.conversation)/deuxieme", ["person": scene.test.cast.karim.id.text, "answer": "yes"]).status
                == 404)
    }

    @Test func linksOfMailsAskAndChangeNothing() async throws {
        let scene = try await scene()
        let test = scene.test
        let day = CivilDay(test.clock.now + .days(3), in: test.town.town.timeZone)
        _ = try await scene.karim.post("\(scene.conversation)/premier-jour", ["first": day.iso])
        for days in [2, 32] {
            test.clock.move(.days(days))
            await test.work(withSchedules: true)
            await test.work()
        }
        for (path, answer) in [("prochaine-fois", [:]), ("nouvelles", ["answer": "well"])] {
            let text = test.mailer.sent.first { $0.to.address == "karim@clairval.test" && $0.text.contains("/\(path)/") }?.text ?? ""
            let token = try #require(text.split(separator: "/\(path)/").dropFirst().first).prefix(43)
            let link = "/t/clairval/\(path)/\(token)"
            for _ in 1...2 { #expect(try await scene.asker.get(link).status == 200) }
            #expect(try await scene.asker.post(link, answer).location == link)
            #expect(try await scene.asker.get("/t/ailleurs/\(path)/\(token)").status == 404)
        }
        for path in ["prochaine-fois", "deuxieme", "nouvelles"] {
            let wrong = "/t/clairval/\(path)/" + String(repeating: "A", count: 43)
            #expect(try await scene.asker.get(wrong).status == 404)
            #expect(try await scene.asker.post(wrong, ["answer": path == "nouvelles" ? "well" : "yes"]).status == 404)
        }
    }

    @Test func helpForOnceHasNoPair() async throws {
        let scene = try await MatchedScene()
        #expect(!(try await scene.karim.get(scene.conversation).body.contains("Aide régulière")))
        #expect(try await scene.karim.get("\(scene.conversation)/premier-jour").status == 404)
    }

    /// Whoever asked reads no mail: the owner notes what they said of a second person.
    @Test func theOwnerAsksAboutASecondPersonOnTheTelephone() async throws {
        let scene = try await MatchedScene(["when": "every", "rhythm": "weekly", "email": ""])
        let (test, lucie) = (scene.test, scene.test.cast.lucie.id)
        try await test.house.write(test.town.town) { [request = scene.request, now = test.clock.now] scope in
            try StandingSeconds(scope).save(StandingSecond(request: request, person: lucie, proposedAt: now))
        }
        let martine = try SiteClient(test)
        try await martine.signIn(test.cast.martine)
        let page = "/t/clairval/referent/demandes/\(scene.request.text)"
        #expect(try await martine.get(page).body.contains("Lucie P. pourrait venir quand Karim R. ne peut pas"))
        let list = try await martine.get("/t/clairval/referent/rappels").body
        let call = String(try #require(list.firstMatch(of: /\/t\/clairval\/referent\/rappels\/[0-9a-f-]{36}/)?.output))
        #expect(try await martine.get(call).body.contains("Lucie P. pourrait venir"), "asked at the next call")
        #expect(try await martine.post(page + "/deuxieme", ["person": lucie.text, "answer": "perhaps"]).status == 422)
        #expect(try await scene.karim.post(page + "/deuxieme", ["person": lucie.text, "answer": "yes"]).status == 404)
        #expect(try await martine.post(page + "/deuxieme", ["person": lucie.text, "answer": "yes"]).location == page + "?fait=1")
        #expect(try await !martine.get(page).body.contains("pourrait venir"))
    }
}
