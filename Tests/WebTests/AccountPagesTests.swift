import Domain
import HTTPTypes
import Localization
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct AccountPagesTests {
    private static let availability: [(String, String)] = [
        ("categories", "groceries"), ("categories", "conversation"), ("days", "1"), ("days", "7"), ("fromHour", "8"), ("toHour", "20"),
        ("radius", "2000"), ("travel", "foot"), ("languages", "fr"), ("languages", "en"), ("weeklyAsks", "2"), ("birthYear", "1985"),
        ("neighbourhood", "les-tilleuls"),
    ]

    private func client(_ test: TestHouse, _ person: Person) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(person)
        return client
    }

    private func send(_ client: SiteClient, _ path: String, _ fields: [(String, String)]) async throws -> SiteClient.Answer {
        let body = fields.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return try await client.send(.post, path, body: body, type: "application/x-www-form-urlencoded")
    }

    @Test(arguments: ["/mon-compte", "/mon-compte/disponibilites", "/mon-compte/demandes", "/mon-compte/charte", "/referent/confiance"])
    func aVisitorSignsInFirstAndReturns(_ path: String) async throws {
        let test = try await TestHouse()
        let answer = try await SiteClient(test).get("/t/clairval\(path)")
        #expect(answer.status == 303)
        #expect(answer.location == "/t/clairval/connexion?retour=/t/clairval\(path)")
    }

    @Test func theProfileKeepsWhatWasTypedWhenRefused() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.karim)
        let typed = ["firstName": "", "lastName": "<script>alert(1)</script>", "phone": "12", "language": "fr", "neighbourhood": "la-gare"]
        let refused = try await client.post("/t/clairval/mon-compte", typed)
        #expect(refused.status == 422)
        #expect(refused.body.contains("firstName-erreur") && refused.body.contains("phone-erreur"))
        #expect(refused.body.contains("&lt;script&gt;") && !refused.body.contains("<script>alert"))
    }

    @Test func anAddressIsChangedAfterSigningInAfresh() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.karim)
        test.clock.move(.hours(1))
        let asked = try await client.post("/t/clairval/mon-compte/adresse", ["email": "karim@nouveau.test"])
        #expect(asked.status == 303 && asked.location == "/t/clairval/connexion/code?pour=adresse")
        await test.work()
        let mail = try #require(test.mailer.sent.last)
        #expect(mail.to.address == "karim@clairval.test", "the present address is asked, the new one hears nothing yet")
        let code = try #require(mail.text.firstMatch(of: /([0-9]{3})\u{A0}([0-9]{3})/)).output
        let entered = try await client.post("/t/clairval/connexion/code", ["code": "\(code.1)\(code.2)"])
        #expect(entered.location == "/t/clairval/mon-compte/adresse")
        #expect(try await client.get("/t/clairval/mon-compte/adresse").body.contains("value=\"karim@nouveau.test\""))
        let sent = try await client.post("/t/clairval/mon-compte/adresse", ["email": "karim@nouveau.test"])
        #expect(sent.location == "/t/clairval/mon-compte?fait=adresse")
        await test.work()
        #expect(test.mailer.sent.last?.to.address == "karim@nouveau.test")
    }

    @Test func theChosenLanguageIsSpokenAtOnceAndInMails() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.karim)
        let saved = try await client.post(
            "/t/clairval/mon-compte", ["firstName": "Karim", "language": "en", "neighbourhood": "la-gare", "phone": "06 11 22 33 44"])
        #expect(saved.location == "/t/clairval/mon-compte?fait=profil")
        #expect(try await client.get("/t/clairval/mon-compte").body.contains("<html lang=\"en\""))
        let mail = try SiteClient(test)
        _ = try await mail.post("/t/clairval/connexion", ["email": "karim@clairval.test"])
        await test.work()
        #expect(await test.mailer.sent.last?.subject == "Your link to sign in")
    }

    @Test func fromAvailabilityToTheCharter() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.karim)
        #expect(try await client.get("/t/clairval/mon-compte/charte").location == "/t/clairval/mon-compte/disponibilites")
        let saved = try await send(client, "/t/clairval/mon-compte/disponibilites", Self.availability)
        #expect(saved.location == "/t/clairval/mon-compte/charte?fait=disponibilites")
        let page = try await client.get("/t/clairval/mon-compte/charte")
        #expect(page.body.contains("name=\"version\" value=\"1\""))
        #expect(try await client.post("/t/clairval/mon-compte/charte", ["version": "1"]).status == 422)
        #expect(try await client.post("/t/clairval/mon-compte/charte", ["version": "0", "charter": "yes"]).status == 422)
        let accepted = try await client.post("/t/clairval/mon-compte/charte", ["version": "1", "charter": "yes"])
        #expect(accepted.location == "/t/clairval/mon-compte/disponibilites?fait=charte")
        let form = try await client.get("/t/clairval/mon-compte/disponibilites")
        #expect(form.body.contains("name=\"days\" value=\"7\" checked") && !form.body.contains("name=\"days\" value=\"2\" checked"))
    }

    @Test func aRefusedAvailabilityKeepsEveryBox() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.karim)
        let young = Self.availability.map { $0.0 == "birthYear" ? ($0.0, "2015") : $0 }
        let refused = try await send(client, "/t/clairval/mon-compte/disponibilites", young)
        #expect(refused.status == 422)
        #expect(refused.body.contains("Il faut avoir 16"))
        for box in ["\"categories\" value=\"conversation\" checked", "\"days\" value=\"1\" checked", "\"languages\" value=\"en\" checked"] {
            #expect(refused.body.contains("name=\(box)"))
        }
    }

    @Test func nightsAreSaidAndTakenBackWithOneBox() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.karim)
        let path = "/t/clairval/mon-compte/disponibilites"
        #expect(try await client.get(path).body.contains(/De 21.h à 8.h/), "the town's own hours")
        for isAgreed in [true, false] {
            _ = try await send(client, path, Self.availability + (isAgreed ? [("nights", "yes")] : []))
            #expect(try await client.get(path).body.contains("name=\"nights\" value=\"yes\" checked") == isAgreed)
        }
    }

    @Test func onlyGuidesSeeTrust() async throws {
        let test = try await TestHouse()
        let path = "/t/clairval/referent/confiance"
        for person in [test.cast.karim, test.cast.moderator] {
            let client = try await client(test, person)
            #expect(try await client.get(path).status == 404)
            #expect(try await client.post(path, ["who": "karim@clairval.test"]).status == 404)
            #expect(try await client.post("\(path)/\(test.cast.karim.id.text)/rencontres").status == 404)
            #expect(try await client.post("\(path)/\(test.cast.karim.id.text)/retrait").status == 404)
        }
    }

    @Test func aReferentFindsMeetsAndTakesBack() async throws {
        let test = try await TestHouse()
        let karim = try await client(test, test.cast.karim)
        _ = try await send(karim, "/t/clairval/mon-compte/disponibilites", Self.availability)
        _ = try await karim.post("/t/clairval/mon-compte/charte", ["version": "1", "charter": "yes"])
        let martine = try await client(test, test.cast.martine)
        let path = "/t/clairval/referent/confiance"
        #expect(try await martine.post(path, ["who": "inconnu@clairval.test"]).status == 422)
        let dossier = "\(path)/\(test.cast.karim.id.text)"
        #expect(try await martine.post(path, ["who": "06 00 00 00 02"]).location == dossier)
        #expect(try await martine.get(dossier).body.contains("karim@clairval.test"))
        #expect(try await martine.post("\(dossier)/rencontres", ["tier": "1", "metOn": "20/11/2027"]).status == 422)
        let met = try await martine.post("\(dossier)/rencontres", ["tier": "2", "metOn": "20/11/2026", "seen": "yes"])
        #expect(met.location == "\(dossier)?fait=rencontre")
        #expect(try await martine.get(dossier).body.contains("\(dossier)/retrait"))
        #expect(try await martine.post("\(dossier)/retrait").location == "\(dossier)?fait=retrait")
        let olga = try SiteClient(test)
        try await olga.signIn(test.cast.olga, in: test.elsewhere)
        #expect(try await olga.get("/t/ailleurs/referent/confiance/\(test.cast.karim.id.text)").status == 404)
    }

    @Test func signingOutEverywhereEndsEverySession() async throws {
        let test = try await TestHouse()
        let (here, there) = (try await client(test, test.cast.karim), try await client(test, test.cast.karim))
        #expect(try await here.post("/t/clairval/mon-compte/sessions/fin").location == "/t/clairval/")
        #expect(try await there.get("/t/clairval/mon-compte").status == 303)
    }
}
