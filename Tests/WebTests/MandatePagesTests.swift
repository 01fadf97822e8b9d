import Domain
import TestSupport
import Testing

@Suite struct MandatePagesTests {
    @Test func aProposalSaysWhatIsMissingAndThenWaits() async throws {
        let test = try await TestHouse()
        let lucie = try SiteClient(test)
        try await lucie.signIn(test.cast.lucie)
        let empty = try await lucie.post("/t/clairval/mon-compte/mandats/nouveau", ["months": "24"])
        #expect(empty.status == 422)
        for name in ["firstName", "phone", "relation", "neighbourhood", "ask", "months"] {
            #expect(empty.body.contains("href=\"#\(name)\""), "\(name)")
        }
        _ = try await lucie.post("/t/clairval/mon-compte/mandats/nouveau", MandateScene.proposal)
        let list = try await lucie.get("/t/clairval/mon-compte/mandats").body
        #expect(
            list.contains("Pour Paulette V.") && list.contains("En attente de la réponse") && !list.contains("04\u{A0}90")
                && !list.contains("+33490"))
        let martine = try SiteClient(test)
        try await martine.signIn(test.cast.martine)
        #expect(try await martine.get("/t/clairval/referent").body.contains("À confirmer : 1. Se terminent bientôt : 0."))
    }

    @Test func theReferentHearsThePersonAndNotesTheAnswer() async throws {
        let test = try await TestHouse()
        let lucie = try SiteClient(test)
        try await lucie.signIn(test.cast.lucie)
        _ = try await lucie.post("/t/clairval/mon-compte/mandats/nouveau", MandateScene.proposal)
        let martine = try SiteClient(test)
        try await martine.signIn(test.cast.martine)
        let desk = try await martine.get("/t/clairval/referent/mandats").body
        let path = String(try #require(desk.firstMatch(of: /\/t\/clairval\/referent\/mandats\/[0-9a-f-]{36}/)?.output))
        let page = try await martine.get(path).body
        #expect(page.contains("tel:+33490556677") && page.contains("Lucie Petit pourrait agir pour vous"))
        let refused = try await martine.post(path, ["answer": "yes"])
        #expect(refused.status == 422 && refused.body.contains("href=\"#channel\"") && refused.body.contains("href=\"#noticeGiven\""))
        #expect(try await martine.post(path, ["answer": "unreachable"]).status == 303)
        #expect(try await martine.post(path, MandateScene.yes).status == 303)
        #expect(try await lucie.get("/t/clairval/mon-compte/mandats").body.contains("Valable jusqu’au"))
    }

    @Test func aProxyAsksAndFollowsInTheirName() async throws {
        let scene = try await MandateScene()
        let request = try await scene.ask()
        let page = try await scene.lucie.get(request).body
        #expect(
            page.contains("Vous agissez au nom de Paulette V.") && !page.contains("/blocage") && !page.contains("04\u{A0}90")
                && !page.contains("+33490"))
        #expect(try await !scene.lucie.get(request + "/changement").body.contains("name=\"email\""))
        #expect(try await scene.lucie.post(request + "/annulation").status == 303)
        let acts = try await scene.martine.get(scene.acting + "/actes").body
        for words in ["Ce qui a été fait au nom de Paulette V.", "a demandé de l’aide", "a annulé la demande", "Lucie P."] {
            #expect(acts.contains(words), "\(words)")
        }
    }

    @Test func theAskingFormOffersThePersonAndSkipsTheContact() async throws {
        let scene = try await MandateScene()
        _ = try await scene.lucie.get("/t/clairval/demandes/nouvelle?mandat=\(scene.mandate.text)")
        _ = try await scene.lucie.post("/t/clairval/demandes/nouvelle/quoi", ["category": "groceries"])
        _ = try await scene.lucie.post("/t/clairval/demandes/nouvelle/quand", ["when": "now"])
        let place = try await scene.lucie.get("/t/clairval/demandes/nouvelle/ou").body
        #expect(place.contains("<option value=\"les-tilleuls\" selected"), "where she lives, not where Lucie does")
        _ = try await scene.lucie.post("/t/clairval/demandes/nouvelle/ou", ["neighbourhood": "les-tilleuls"])
        #expect(try await scene.lucie.get("/t/clairval/demandes/nouvelle/pour-qui").body.contains("Au nom de Paulette V."))
        _ = try await scene.lucie.post("/t/clairval/demandes/nouvelle/pour-qui", ["for": scene.mandate.text])
        let next = try await scene.lucie.post("/t/clairval/demandes/nouvelle/precisions")
        #expect(next.location == "/t/clairval/demandes/nouvelle/verification")
        let check = try await scene.lucie.get("/t/clairval/demandes/nouvelle/verification").body
        #expect(check.contains("Au nom de Paulette V.") && !check.contains("lucie@clairval.test"))
    }

    @Test func theProofSaysWhoWhatUntilWhenAndHowToEndIt() async throws {
        let scene = try await MandateScene()
        let proof = try await scene.lucie.get(scene.acting + "/preuve")
        #expect(proof.status == 200)
        for words in [
            "Paulette Vernet permet à Lucie Petit (de la famille)", "demander de l’aide", "Valable jusqu’au", "Au téléphone, le",
            "entendu par Martine M.", "04 00 00 00 00",
        ] {
            #expect(proof.body.contains(words), "\(words)")
        }
        #expect(!proof.body.contains("/mandat/"), "the person's own link is on no proof")
    }

    @Test func theLetterOpensThePageOfWhoeverHasNoAccountAndOneTapEndsIt() async throws {
        let scene = try await MandateScene()
        let letter = try await scene.martine.post("/t/clairval/referent/mandats/\(scene.mandate.text)/lettre").body
        let link = String(try #require(letter.firstMatch(of: /http:\/\/entraide\.test(\/t\/clairval\/mandat\/[A-Za-z0-9_-]+)/)?.output.1))
        let paulette = SiteClient(scene.test, sharing: scene.lucie.website)
        let page = try await paulette.get(link).body
        #expect(page.contains("Lucie P. peut") && page.contains(link + "/fin"))
        let admitted = try await paulette.post(link + "/lecteur", ["readerName": "Denis", "readerEmail": "denis@ailleurs.test"])
        #expect(admitted.location == link + "?fait=lecteur")
        #expect(try await paulette.get(link).body.contains("Denis peut aussi lire les actes."))
        #expect(try await paulette.post(link + "/lecteur", ["readerName": ""]).status == 422)
        #expect(try await paulette.get(link + "/preuve").status == 200)
        #expect(try await paulette.post(link + "/fin").location == link + "?fait=fin")
        #expect(try await scene.lucie.get(scene.acting).status == 403)
        #expect(try await scene.lucie.get("/t/clairval/mon-compte/mandats").body.contains("Arrêté le"))
        #expect(try await paulette.get(link).body.contains("Arrêté le"))
        #expect(try await paulette.get(link.dropLast(3) + "xyz").status == 404)
    }

    @Test func aReferentOpensOneOfTheStructureAndActsUnderIt() async throws {
        let scene = try await MandateScene()
        let form = ["firstName": "Odette", "neighbourhood": "les-tilleuls", "months": "3", "ask": "yes", "follow": "yes"]
        let elsewhere = try await scene.martine.post(
            "/t/clairval/referent/mandats/nouveau", form.merging(["neighbourhood": "la-gare"]) { $1 })
        #expect(elsewhere.status == 422)
        let opened = try await scene.martine.post("/t/clairval/referent/mandats/nouveau", form)
        let path = try #require(opened.location)
        _ = try await scene.martine.post(path, MandateScene.yes.merging(["channel": "paper"]) { $1 })
        let desk = try await scene.martine.get("/t/clairval/referent/mandats").body
        #expect(desk.contains("Odette, représenté(e) par le service de Clairval"))
        let acting = "/t/clairval/mandats/" + path.suffix(36)
        #expect(try await scene.martine.get(acting).status == 200)
        #expect(try await scene.lucie.get(acting).status == 404)
    }
}
