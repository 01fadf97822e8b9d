import Domain
import TestSupport
import Testing
import UseCases

@Suite struct AbsencePagesTests {
    static let path = "/t/clairval/referent/absences"

    private func client(_ test: TestHouse, _ person: Person) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(person)
        return client
    }

    @Test func anAbsenceIsSaidDeclinedAndEndedOnThePage() async throws {
        let test = try await TestHouse()
        try await test.grant(Role(.referent, neighbourhood: test.town.neighbourhoods[1].id), to: test.cast.lucie)
        let martine = try await client(test, test.cast.martine)
        let empty = try await martine.get(Self.path)
        #expect(empty.status == 200 && empty.body.contains("Personne n’est absent") && !empty.body.contains("⟦"))
        let refused = try await martine.post(Self.path, ["colleague": test.cast.lucie.id.text, "from": "<b>12", "until": ""])
        #expect(refused.status == 422 && refused.body.contains("&lt;b&gt;12") && refused.body.contains("until-erreur"))
        let day = CivilDay(test.clock.now, in: test.town.town.timeZone).iso
        for _ in 1...2 {
            let said = try await martine.post(Self.path, ["colleague": test.cast.lucie.id.text, "from": day, "until": day])
            #expect(said.status == 303)
        }
        let lucie = try await client(test, test.cast.lucie)
        let shown = try await lucie.get(Self.path).body
        #expect(shown.contains("Martine M. est remplacé par Lucie P.") && shown.contains("Les Tilleuls") && !shown.contains("⟦"))
        let decline = try #require(try shown.firstMatch(of: Regex("/t/clairval/referent/absences/[0-9a-f-]+/refus"))?.0).description
        #expect(try await martine.post(decline, [:]).status == 404)
        #expect(try await lucie.get("/t/clairval/referent").body.contains("Karim R."), "the other quartier is hers today")
        #expect(try await lucie.post(decline, [:]).status == 303)
        #expect(try await !lucie.get("/t/clairval/referent").body.contains("Karim R."))
        let administrator = try await client(test, test.cast.administrator)
        let seen = try await administrator.get(Self.path).body
        #expect(seen.contains("Martine M. n’a pas de remplaçant") && !seen.contains("name=\"colleague\""))
        let end = decline.replacing("/refus", with: "/fin")
        #expect(try await lucie.post(end, [:]).status == 404)
        for _ in 1...2 { #expect(try await martine.post(end, [:]).status == 303) }
        #expect(try await martine.get(Self.path + "?fait=1").body.contains("Personne n’est absent"))
        #expect(try await client(test, test.cast.karim).get(Self.path).status == 404)
    }

    @Test func theAdministratorSeesWhereAReferentIsMissing() async throws {
        let test = try await TestHouse()
        let administrator = try await client(test, test.cast.administrator)
        let page = try await administrator.get("/t/clairval/administration/invitations?quartier=les-tilleuls")
        #expect(page.body.contains("Quartiers à renforcer") && page.body.contains("1 référent") && !page.body.contains("⟦"))
        #expect(page.body.contains("Pas encore de référent"))
        #expect(page.body.contains(#"value="les-tilleuls" selected"#))
        #expect(try await administrator.get("/t/clairval/administration/invitations?quartier=%3Cb%3E").status == 200)
        for _ in 1...2 {
            for place in test.town.neighbourhoods { try await test.grant(Role(.referent, neighbourhood: place.id), to: test.cast.lucie) }
        }
        #expect(try await !administrator.get("/t/clairval/administration/invitations").body.contains("Quartiers à renforcer"))
    }
}
