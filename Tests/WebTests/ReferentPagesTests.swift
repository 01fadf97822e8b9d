import Domain
import Foundation
import TestSupport
import Testing
import UseCases

@Suite struct ReferentPagesTests {
    static let base = "/t/clairval/referent"
    static let call = [
        "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "place": "3 place du Marché", "for": "me",
        "firstName": "Odette", "lastName": "Marchand", "phone": "04 90 11 22 33", "notice": "yes", "sharePhone": "yes",
    ]

    private func client(_ test: TestHouse, _ person: Person?) async throws -> SiteClient {
        let client = try SiteClient(test)
        if let person { try await client.signIn(person) }
        return client
    }

    /// The id of the request of a call that Martine took.
    private func taken(_ client: SiteClient, _ changes: [String: String] = [:]) async throws -> String {
        let answer = try await client.takeCall(Self.call.merging(changes) { _, new in new })
        let end = try await client.get(try #require(answer.location, "\(answer.status)"))
        let link = try #require(try end.body.firstMatch(of: Regex("/referent/demandes/[0-9a-f-]{36}"))?.0).description
        return try #require(link.split(separator: "/").last.map(String.init))
    }

    @Test func aCallIsTakenOnOnePageAndEndsWithItsNumber() async throws {
        let test = try await TestHouse()
        let martine = try await client(test, test.cast.martine)
        #expect(try await martine.get(Self.base + "/appel").location == "/t/clairval/conciergerie")
        let call = try await martine.beginCall()
        let empty = try await martine.get(call)
        #expect(empty.status == 200 && empty.body.contains("name=\"version\" value=\"1\"") && !empty.body.contains("⟦"))
        let refused = try await martine.post(call, ["firstName": "<b>Odette</b>", "phone": "12", "version": "1"])
        #expect(refused.status == 422 && refused.body.contains("&lt;b&gt;Odette") && refused.body.contains("phone-erreur"))
        #expect(refused.body.contains("name=\"version\" value=\"2\""), "what was refused is kept")
        let taken = try await martine.post(call, Self.call.merging(["version": "2"]) { $1 })
        let noted = try await martine.get(try #require(taken.location))
        let reference = try #require(try noted.body.firstMatch(of: Regex("[2-9A-Z]{3}-[2-9A-Z]{3}"))?.0).description
        #expect(!noted.body.contains("Odette") && !noted.body.contains("⟦"))
        let found = try await martine.get(Self.base + "/demandes?reference=\(reference.lowercased().replacing("-", with: "%20"))")
        #expect(found.status == 200 && found.body.contains(reference) && !found.body.contains("Odette"))
        #expect(try await martine.get(Self.base + "/demandes?reference=AAA-AAA").status == 404)
    }

    @Test func aKnownNumberAsksWhoCalls() async throws {
        let test = try await TestHouse()
        let martine = try await client(test, test.cast.martine)
        let answer = try await martine.takeCall(Self.call.merging(["phone": "04 90 00 00 01"]) { _, new in new })
        #expect(answer.status == 422 && answer.body.contains("id=\"known\"") && answer.body.contains("Jeanne Durand"))
    }

    @Test func theListsBearNoNameAndThePagesDo() async throws {
        let test = try await TestHouse()
        let martine = try await client(test, test.cast.martine)
        let id = try await taken(martine)
        await test.work()
        let lists = ["", "/rappels", "/demandes"]
        for path in lists {
            let page = try await martine.get(Self.base + path)
            #expect(page.status == 200 && !page.body.contains("Odette") && !page.body.contains("⟦"), "\(path)")
        }
        for path in ["", "/suite", "/annulation"] {
            let page = try await martine.get(Self.base + "/demandes/\(id)\(path)")
            #expect(page.status == 200 && !page.body.contains("⟦"), "\(path)")
        }
        #expect(try await martine.get(Self.base + "/demandes/\(id)").body.contains("Odette Marchand"))
        #expect(try await martine.get(Self.base + "/liste-du-jour").body.contains("Odette M."))
    }

    @Test func eachDoorIsShutToOthers() async throws {
        let test = try await TestHouse()
        let martine = try await client(test, test.cast.martine)
        let id = try await taken(martine, ["for": "other", "otherFirstName": "Paul", "otherPhone": "04 90 55 66 77"])
        let general = ["", "/rappels", "/liste-du-jour", "/demandes"]
        let own = ["", "/accord", "/suite", "/annulation"].map { "/demandes/\(id)\($0)" }
        let posts = ["/accord", "/suite", "/annulation", "/relance", "/responsable"].map {
            "/demandes/\(id)\($0)"
        }
        let visitor = try await client(test, nil)
        let elsewhere = try SiteClient(test)
        try await elsewhere.signIn(test.cast.olga, in: test.elsewhere)
        for path in general + own {
            #expect(try await martine.get(Self.base + path).status == 200, "\(path)")
            #expect(try await visitor.get(Self.base + path).location?.hasPrefix("/t/clairval/connexion") == true, "\(path)")
            #expect(try await elsewhere.get("/t/ailleurs/referent\(path)").status == 404, "\(path)")
        }
        for person in [test.cast.karim, test.cast.moderator] {
            let other = try await client(test, person)
            for path in general + own { #expect(try await other.get(Self.base + path).status == 404, "\(path)") }
            for path in posts {
                #expect(try await other.post(Self.base + path, ["helper": id, "owner": id]).status == 404, "\(path)")
            }
        }
        let lucie = try await otherReferent(test)
        for path in own { #expect(try await lucie.get(Self.base + path).status == 404, "\(path)") }
        for path in posts {
            let form = [
                "helper": id, "owner": id, "contact": "karim@clairval.test", "result": "helped", "reason": "duplicate", "answer": "no",
            ]
            #expect(try await lucie.post(Self.base + path, form).status == 404, "\(path)")
        }
        #expect(try await martine.get(Self.base + "/demandes/\(id)").body.contains("Paul"))
    }

    private func otherReferent(_ test: TestHouse) async throws -> SiteClient {
        try await test.grant(Role(.referent, neighbourhood: test.town.neighbourhoods[1].id), to: test.cast.lucie)
        return try await client(test, test.cast.lucie)
    }

    @Test func anAgreementIsHeardAndTheRequestOpens() async throws {
        let test = try await TestHouse()
        let martine = try await client(test, test.cast.martine)
        let id = try await taken(martine, ["for": "other", "otherFirstName": "Paul", "otherPhone": "04 90 55 66 77"])
        let page = "\(Self.base)/demandes/\(id)"
        let calls = try await martine.get(Self.base + "/rappels")
        let call = try #require(try calls.body.firstMatch(of: Regex("/referent/rappels/[0-9a-f-]{36}"))?.0).description
        let opened = try await martine.get("/t/clairval" + call)
        #expect(opened.body.contains("tel:+33490556677") && opened.body.contains("Odette M.") && !opened.body.contains("⟦"))
        #expect(try await martine.post("/t/clairval\(call)/resultat", ["result": "no_answer", "attempts": "0"]).status == 303)
        #expect(try await martine.post(page + "/accord", ["answer": "yes"]).status == 422)
        let answer = ["answer": "yes", "channel": "phone", "noticeGiven": "yes", "sharePhone": "no"]
        #expect(try await martine.post(page + "/accord", answer).location == page + "?fait=1")
        #expect(try await martine.get(page).body.contains("Des voisins sont sollicités."))
    }
}

@Suite struct ModerationPagesTests {
    @Test func oneTextOneDecisionNoName() async throws {
        let test = try await TestHouse()
        var form = ReferentPagesTests.call
        form["email"] = "odette@clairval.test"
        form["details"] = "Du <b>pain</b>"
        let martine = try SiteClient(test)
        try await martine.signIn(test.cast.martine)
        _ = try await martine.takeCall(form)
        #expect(try await martine.get("/t/clairval/moderation").status == 404)
        let mona = try SiteClient(test)
        try await mona.signIn(test.cast.moderator)
        let page = try await mona.get("/t/clairval/moderation")
        #expect(page.body.contains("Du &lt;b&gt;pain") && !page.body.contains("Odette") && !page.body.contains("11 22 33"))
        let action = try #require(try page.body.firstMatch(of: Regex("/t/clairval/moderation/demandes/[0-9a-f-]{36}/decision"))?.0)
            .description
        let read = try #require(page.body.firstMatch(of: /name="read" value="([0-9a-z]+)"/)?.1).description
        #expect(try await martine.post(action, ["decision": "publish", "read": read]).status == 404)
        #expect(try await mona.post(action, ["decision": "refuse", "read": read]).status == 422)
        #expect(try await mona.post(action, ["decision": "publish", "read": "0"]).status == 409)
        #expect(try await mona.post(action, ["decision": "publish", "read": read]).location == "/t/clairval/moderation?fait=1")
        #expect(try await mona.get("/t/clairval/moderation").body.contains("Aucun texte"))
        #expect(try await mona.get("/t/clairval/demandes").body.contains("Du &lt;b&gt;pain"))
    }
}
