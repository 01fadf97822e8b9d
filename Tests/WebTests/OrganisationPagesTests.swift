import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct OrganisationPagesTests {
    private static let list = "/t/clairval/administration/organisations"
    private static let reserve = "/t/clairval/administration/reserve-communale"

    private func form(_ test: TestHouse, _ changes: [String: String] = [:]) -> [String: String] {
        [
            "name": "Le Fournil", "kind": "association", "email": "fournil@organisations.test", "language": "fr",
            "owner": test.cast.martine.id.text, "zone": "some", "zone-les-tilleuls": "yes", "takes": "all",
        ].merging(changes) { $1 }
    }

    private func boss(_ test: TestHouse) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(test.cast.administrator)
        return client
    }

    @Test func oneIsAddedChangedAndStopped() async throws {
        let test = try await TestHouse()
        let client = try await boss(test)
        #expect(try await client.get(Self.list).body.contains("Aucune organisation"))
        #expect(try await client.get(Self.list + "/nouvelle").status == 200)
        let added = try await client.post(Self.list + "/nouvelle", form(test))
        #expect(added.status == 303 && added.location == Self.list + "?enregistre=1")
        let page = try await client.get(Self.list)
        #expect(page.body.contains("Le Fournil") && page.body.contains("Les Tilleuls") && page.body.contains("Martine M."))
        #expect(!page.body.contains("fournil@organisations.test"), "its address is on its own page alone")
        let one = String(try #require(page.body.firstMatch(of: /\/t\/clairval\/administration\/organisations\/[0-9a-f-]{36}/)?.output))
        let edit = try await client.get(one)
        #expect(edit.body.contains("fournil@organisations.test"))
        #expect(
            edit.body.contains(/name="zone-les-tilleuls" value="yes" checked/) || edit.body.contains(/checked[^>]*name="zone-les-tilleuls"/)
        )
        #expect(try await client.post(one, form(test, ["name": "Le <b>Four</b>", "zone": "all"])).status == 303)
        #expect(try await client.get(Self.list).body.contains("Le &lt;b&gt;Four"))
        #expect(try await client.post(one + "/activation", ["active": "no"]).status == 303)
        #expect(try await client.get(Self.list).body.contains("Arrêtée"))
        #expect(try await client.post(one + "/activation", ["active": "yes"]).status == 303)
    }

    @Test func aRefusedFormKeepsWhatWasTyped() async throws {
        let test = try await TestHouse()
        let client = try await boss(test)
        let refused = try await client.post(
            Self.list + "/nouvelle", form(test, ["email": "personne", "zone-les-tilleuls": "", "owner": "x"]))
        #expect(refused.status == 422)
        for part in ["Le Fournil", "personne", "href=\"#email\"", "href=\"#owner\"", "href=\"#zone\""] {
            #expect(refused.body.contains(part), "\(part)")
        }
    }

    @Test func anotherTownsOrganisationIsNotFound() async throws {
        let test = try await TestHouse()
        let client = try await boss(test)
        _ = try await client.post(Self.list + "/nouvelle", form(test))
        let one = try #require(try await client.get(Self.list).body.firstMatch(of: /organisations\/([0-9a-f-]{36})/)?.output.1)
        try await test.house.write(test.elsewhere.town) { [house = test.house, olga = test.cast.olga, now = test.clock.now] in
            try Roles($0).grant(Role(.administrator), to: olga.id, id: house.world.id(), by: nil, now: now)
        }
        let abroad = try SiteClient(test)
        try await abroad.signIn(test.cast.olga, in: test.elsewhere)
        #expect(try await abroad.get("/t/ailleurs/administration/organisations/\(one)").status == 404)
        #expect(try await abroad.post("/t/ailleurs/administration/organisations/\(one)", form(test)).status == 404)
        #expect(try await abroad.post("/t/ailleurs/administration/organisations/\(one)/activation", ["active": "no"]).status == 404)
        #expect(try await client.get(Self.list).body.contains("Sollicitée"))
    }

    @Test func theMayorsDecisionIsNotedAndEnded() async throws {
        let test = try await TestHouse()
        let client = try await boss(test)
        #expect(try await client.get(Self.reserve).body.contains("n’est pas activée"))
        let fields = ["decidedBy": "Mme Dupont, maire", "why": "Crue", "from": "2026-11-21", "until": "2026-11-25"]
        let refused = try await client.post(Self.reserve, fields.merging(["until": "2026-11-20"]) { $1 })
        #expect(refused.status == 422 && refused.body.contains("Mme Dupont, maire"))
        for _ in 0..<2 { #expect(try await client.post(Self.reserve, fields).status == 303) }
        let page = try await client.get(Self.reserve)
        #expect(page.body.contains("activée jusqu’au mercredi 25 novembre 2026") && page.body.contains("Ariane B."))
        let end = try #require(page.body.firstMatch(of: /\/t\/clairval\/administration\/reserve-communale\/[0-9a-f-]{36}\/fin/)?.output)
        for _ in 0..<2 { #expect(try await client.post(String(end), [:]).status == 303) }
        #expect(try await client.get(Self.reserve).body.contains("n’est pas activée"))
    }

    @Test func aDecisionBeyondFifteenDaysAsksToBeMeant() async throws {
        let test = try await TestHouse()
        let client = try await boss(test)
        let fields = ["decidedBy": "Mme Dupont, maire", "why": "Crue", "from": "2026-11-21", "until": "2026-12-31"]
        #expect(try await !client.get(Self.reserve).body.contains("name=\"beyond\""))
        let refused = try await client.post(Self.reserve, fields)
        #expect(refused.status == 422 && refused.body.contains("34 jours ouvrables en 2026") && refused.body.contains("name=\"beyond\""))
        #expect(try await client.post(Self.reserve, fields.merging(["beyond": "yes"]) { $1 }).status == 303)
        #expect(try await client.get(Self.reserve).body.contains("En 2026, la réserve a été activée 1 jour ouvrable."))
        test.clock.move(.days(20))
        let after = try await boss(test)
        #expect(try await after.get(Self.reserve).body.contains("a atteint la limite"))
        _ = try await after.post(Self.list + "/nouvelle", form(test, ["kind": "communal_reserve"]))
        let list = try await after.get(Self.list)
        let one = try #require(list.body.firstMatch(of: /\/t\/clairval\/administration\/organisations\/[0-9a-f-]{36}/)?.output)
        let page = try await after.get(String(one))
        #expect(page.body.contains("activée 18 jours ouvrables") && page.body.contains("a atteint la limite"))
    }

    /// Le Fournil was asked; the path of the link in its mail.
    private func asked(_ changes: [String: String] = [:]) async throws -> (TestHouse, SiteClient, path: String) {
        let test = try await TestHouse()
        _ = try await boss(test).post(Self.list + "/nouvelle", form(test))
        _ = try await MatchedScene.ask(changes, in: test)
        await test.work()
        test.clock.move(.hours(2))
        await test.work()
        return (test, try SiteClient(test), try link(test))
    }

    private func link(_ test: TestHouse) throws -> String {
        let mails = test.mailer.sent.filter { $0.to.address == "fournil@organisations.test" }
        let paths = mails.compactMap { $0.text.firstMatch(of: /http:\/\/entraide\.test(\/\S+\/organisation\/\S+)/)?.output.1 }
        return String(try #require(paths.last))
    }

    @Test func theLinkShowsTheNeedAndChangesNothing() async throws {
        let (_, client, path) = try await asked(["details": "Porte bleue", "phone": "06 12 34 56 78"])
        for _ in 0..<2 {
            let page = try await client.get(path)
            #expect(page.status == 200 && page.body.contains("Les Tilleuls") && page.body.contains("Le Fournil"))
            for secret in ["Jeanne", "Durand", "Lilas", "Porte bleue", "jeanne@", "06 12"] { #expect(!page.body.contains(secret)) }
        }
        #expect(try await client.get(path + "/retrait").status == 303)
        #expect(try await client.get(path + "/suite").status == 404)
        #expect(try await client.post(path + "/message", ["message": "Bonjour"]).status == 404)
        #expect(try await client.post(path, ["answer": "maybe"]).status == 422)
        #expect(try await client.post(path, ["answer": "accept", "name": String(repeating: "a", count: 81)]).status == 422)
    }

    @Test func aYesShowsWhomItHelpsAndEndsInOneTap() async throws {
        let (test, client, path) = try await asked(["details": "Porte bleue"])
        for _ in 0..<2 { #expect(try await client.post(path, ["answer": "accept", "name": "Léa"]).status == 303) }
        await test.work()
        let page = try await client.get(path)
        for part in ["Cette demande est à vous", "Jeanne D.", "Porte bleue"] { #expect(page.body.contains(part), "\(part)") }
        for secret in ["Durand", "Lilas", "jeanne@"] { #expect(!page.body.contains(secret)) }
        #expect(try await client.get(link(test)).status == 200, "the mail of thanks has a link of its own")
        #expect(try await client.post(path + "/message", ["message": "Nous passons à 15 h."]).status == 303)
        #expect(try await client.post(path + "/message", ["message": ""]).status == 422)
        #expect(try await client.get(path).body.contains("Nous passons à 15 h."))
        #expect(try await client.get(path + "/suite").status == 200)
        #expect(try await client.post(path + "/suite", ["result": "nonsense"]).status == 422)
        for _ in 0..<2 { #expect(try await client.post(path + "/suite", ["result": "helped"]).status == 303) }
        #expect(try await client.get(path).body.contains("C’est fait, merci"))
    }

    @Test func aNoMayBecomeAYesAndAYesBeGivenBack() async throws {
        let (test, client, path) = try await asked()
        _ = try await client.post(path, ["answer": "decline"])
        #expect(try await client.get(path).body.contains("Finalement, nous pouvons"))
        _ = try await client.post(path, ["answer": "accept"])
        #expect(try await client.get(path + "/retrait").body.contains("Rendre cette demande"))
        for _ in 0..<2 { #expect(try await client.post(path + "/retrait", [:]).status == 303) }
        await test.work()
        let page = try await client.get(path)
        #expect(page.body.contains("Vous avez rendu cette demande") && !page.body.contains("Jeanne"))
    }

    @Test func theReferentSeesWhoIsAskedAndTheAskerWhoComes() async throws {
        let test = try await TestHouse()
        _ = try await boss(test).post(Self.list + "/nouvelle", form(test))
        let created = try await MatchedScene.ask(in: test)
        await test.work()
        test.clock.move(.hours(2))
        await test.work()
        let (client, path) = (try SiteClient(test), try link(test))
        let referent = try SiteClient(test)
        try await referent.signIn(test.cast.martine)
        let guided = "/t/clairval/referent/demandes/\(created.request.id.text)"
        #expect(try await referent.get(guided).body.contains("Le Fournil est sollicitée, et peut répondre"))
        let tracking = "/t/clairval/suivi/\(created.tracking.text)"
        #expect(try await client.get(tracking).body.contains("Nous demandons à une association"))
        _ = try await client.post(path, ["answer": "accept", "name": "Léa"])
        let opened = try await referent.get(guided).body
        #expect(opened.contains("Le Fournil a accepté la demande") && opened.contains("Réponse de Léa."))
        let seen = try await client.get(tracking).body
        #expect(seen.contains("Le Fournil") && !seen.contains("Martine M. vous aide"))
    }
}
