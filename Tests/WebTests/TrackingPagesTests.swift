import Domain
import HTTPTypes
import Secrets
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct TrackingPagesTests {
    private func page(_ changes: [String: String] = [:], after span: Duration = .zero) async throws -> (
        TestHouse, SiteClient, String, String
    ) {
        let test = try await TestHouse()
        let created = try await MatchedScene.ask(changes, in: test)
        test.clock.move(span)
        let path = "/t/clairval/suivi/\(created.tracking.text)"
        let client = try SiteClient(test)
        return (test, client, path, try await client.get(path).body)
    }

    @Test func thePromiseIsTrueForEachWayOfReachingSomebody() async throws {
        #expect(try await page().3.contains("Réponse avant midi aujourd’hui, sinon Martine M. vous appelle."))
        #expect(try await page(["phone": ""]).3.contains("sinon Martine M. vous écrit."))
        let voice = try await page(["email": ""]).3
        #expect(voice.contains("Martine M. vous appelle avant midi aujourd’hui"))
        #expect(!voice.contains("Écrire à"))
    }

    @Test func aTimeThatHasPassedIsNotPromisedAgain() async throws {
        let late = try await page(after: .hours(3)).3
        #expect(late.contains("Cela prend plus de temps que prévu. Martine M. cherche"))
        #expect(!late.contains("délai dépassé"))
    }

    @Test func whenTheOwnerHasItThePageSaysWho() async throws {
        let (test, client, path, _) = try await page()
        await test.work()
        let shown = try await client.get(path).body
        #expect(shown.contains("Martine M. s’occupe de votre demande"))
        #expect(shown.contains("cherche en personne et vous appelle avant"))
        for silent in ["aucun", "personne n’a", "refus"] { #expect(!shown.contains(silent), "\(silent)") }
    }

    @Test func forSomebodyElseEachStepIsFollowed() async throws {
        let (_, _, _, shown) = try await page(["for": "other", "otherFirstName": "Paul", "otherPhone": "04 90 00 00 07"])
        #expect(shown.contains("Nous demandons l’accord de Paul"))
        #expect(shown.contains("Martine M. appelle Paul avant"))
        #expect(!shown.contains("C’est réglé"))
    }

    @Test func matchedThePageSaysWhoComesAndHowToWrite() async throws {
        let scene = try await MatchedScene()
        let shown = try await scene.asker.get(scene.tracking).body
        for words in ["Karim R. vous aide", "Karim R. a dit oui", "Écrire à Karim R.", scene.tracking + "/conversation"] {
            #expect(shown.contains(words), "\(words)")
        }
        #expect(!shown.contains("Rahmani"))
        let rung = try await MatchedScene(["email": ""])
        #expect(try await rung.asker.get(rung.tracking).body.contains("Martine M. vous appelle pour vous le dire"))
    }

    @Test func aTapOnHowItWentClosesAndIsAskedOnce() async throws {
        let scene = try await MatchedScene()
        let path = scene.tracking + "/suite"
        for query in ["", "?result=helped"] { #expect(try await scene.asker.get(path + query).body.contains("Oui, c’est fait")) }
        #expect(try await scene.asker.get(scene.tracking).body.contains("Karim R. vous aide"), "opening a page says nothing")
        let refused = try await scene.asker.post(path, ["result": "perhaps"])
        #expect(refused.status == 422)
        for _ in 0..<2 { #expect(try await scene.asker.post(path, ["result": "partly"]).location == path) }
        #expect(try await scene.asker.get(path).body.contains("Merci de nous l’avoir dit"))
        let shown = try await scene.asker.get(scene.tracking).body
        #expect(shown.contains("L’aide a été donnée en partie"))
        #expect(!shown.contains("Dire comment cela s’est passé"))
        #expect(shown.contains("Demander encore de l’aide"))
    }

    @Test func withoutAMatchItMayBeSettledToo() async throws {
        let (_, client, path, shown) = try await page()
        #expect(shown.contains("C’est réglé"))
        _ = try await client.post(path + "/suite", ["result": "not_helped.found_elsewhere"])
        #expect(try await client.get(path).body.contains("Demande terminée"))
    }

    @Test func cancellingAsksOnceMore() async throws {
        let scene = try await MatchedScene()
        let question = try await scene.asker.get(scene.tracking + "/annulation")
        #expect(question.body.contains("Karim R. avait dit oui et sera prévenu"))
        for _ in 0..<2 { #expect(try await scene.asker.post(scene.tracking + "/annulation", ["reason": "<x>"]).location == scene.tracking) }
        let shown = try await scene.asker.get(scene.tracking).body
        #expect(shown.contains("Demande annulée"))
        #expect(!shown.contains("/annulation"))
        #expect(try await scene.asker.get(scene.tracking + "/annulation").location == scene.tracking)
        #expect(try await scene.asker.get(scene.tracking + "/suite").status == 404)
    }

    @Test func aChangeKeepsWhatWasTypedWhenItIsRefused() async throws {
        let (_, client, path, _) = try await page()
        let form = try await client.get(path + "/changement").body
        #expect(form.contains("value=\"jeanne@clairval.test\""))
        let refused = try await client.post(
            path + "/changement", ["when": "date", "date": "31/02/2027", "details": "Du <pain>", "email": "jeanne@", "phone": ""])
        #expect(refused.status == 422)
        for words in ["Du &lt;pain&gt;", "value=\"jeanne@\"", "href=\"#date\"", "href=\"#email\"", "Erreur"] {
            #expect(refused.body.contains(words), "\(words)")
        }
        let saved = try await client.post(
            path + "/changement", ["when": "every", "rhythm": "weekly", "details": "Du pain", "email": "jeanne@clairval.test", "phone": ""])
        #expect(saved.location == path + "?change=1")
        let shown = try await client.get(path + "?change=1").body
        for words in ["C’est enregistré", "Toutes les semaines", "Du pain"] { #expect(shown.contains(words), "\(words)") }
    }

    @Test func signedInOneFollowsOnesOwnRequests() async throws {
        let test = try await TestHouse()
        let lucie = test.cast.lucie
        let created = try await MatchedScene.ask(["email": "lucie@clairval.test"], in: test, by: Actor(person: lucie.id))
        let path = "/t/clairval/mon-compte/demandes/\(created.request.id.text)"
        let visitor = try SiteClient(test)
        #expect(try await visitor.get(path).status == 303)
        let client = try SiteClient(test)
        try await client.signIn(lucie)
        #expect(try await client.get("/t/clairval/mon-compte/demandes").body.contains(path))
        #expect(try await client.get(path).body.contains("Nous demandons à des voisins"))
        #expect(try await !client.get(path + "/changement").body.contains("name=\"email\""))
        #expect(try await client.post(path + "/annulation").location == path)
        #expect(try await client.get(path).body.contains("Demande annulée"))
    }

    @Test func wrongLinksAre404AndCounted() async throws {
        let (test, _, path, _) = try await page()
        let client = try SiteClient(test, throttled: true)
        let wrong = "/t/clairval/suivi/" + String(repeating: "A", count: 43)
        #expect(try await client.get("/t/ailleurs" + path.dropFirst("/t/clairval".count)).status == 404)
        #expect(try await client.post(wrong + "/annulation").status == 404)
        #expect(try await client.get("/t/clairval/suivi/x/suite").status == 404)
        for _ in 0..<27 { _ = try await client.get(wrong + "/conversation") }
        #expect(try await client.get(wrong).status == 429)
        #expect(try await client.get(path).status == 200)
    }

    @Test func englishIsWhole() async throws {
        let scene = try await MatchedScene()
        scene.asker.headers[.acceptLanguage] = "en"
        for path in ["", "/conversation", "/suite", "/changement", "/annulation"] {
            let body = try await scene.asker.get(scene.tracking + path).body
            #expect(!body.contains("⟦"))
            for french in ["Votre", "Demande ", "Vous "] { #expect(!body.contains(french), "\(path) \(french)") }
        }
    }
}
