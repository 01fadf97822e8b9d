import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct DutyPagesTests {
    private static let base = "/t/clairval/conciergerie"

    private func client(_ test: TestHouse, _ person: Person) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(person)
        return client
    }

    private func add(_ client: SiteClient, _ fields: [String: String] = [:]) async throws -> SiteClient.Answer {
        let usual = ["day": "2026-11-23", "from": "8 h", "until": "20 h", "semaine": "2026-48"]
        return try await client.post(Self.base + "/permanence", usual.merging(fields) { $1 })
    }

    @Test func anOpenShiftIsLoudUntilSomebodyTakesIt() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.attendant)
        let added = try await add(client)
        #expect(added.status == 303 && added.location == Self.base + "/permanence?semaine=2026-48&fait=1")
        var page = try await client.get(Self.base + "/permanence?semaine=2026-48")
        #expect(page.status == 200 && !page.body.contains("⟦"))
        #expect(
            page.body.contains("1 permanence est à pourvoir") && page.body.contains("8\u{A0}h – 20\u{A0}h")
                && page.body.contains("Semaine 48"))
        let take = try #require(page.body.firstMatch(of: /action="([^"]+\/prise)"/)?.1).description
        #expect(try await client.post(take, ["semaine": "2026-48"]).status == 303)
        page = try await client.get(Self.base + "/permanence?semaine=2026-48")
        #expect(!page.body.contains("à pourvoir cette semaine") && page.body.contains("Odile F.") && page.body.contains("Je ne peux plus"))
        let sheet = try await client.get(Self.base + "/permanence/affiche?semaine=2026-48")
        #expect(sheet.status == 200 && sheet.body.contains("Tableau de permanence") && sheet.body.contains("<b>Odile F.</b>"))
        #expect(!sheet.body.contains("/prise") && !sheet.body.contains("⟦"))
    }

    @Test func whatIsRefusedIsSaidAndWhatWasTypedStays() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.attendant)
        let odd = try await add(client, ["from": "8 heures<b>"])
        #expect(odd.status == 422 && odd.body.contains("8 heures&lt;b&gt;") && odd.body.contains("id=\"from-erreur\""))
        let long = try await add(client, ["from": "6 h", "person": test.cast.attendant.id.text])
        #expect(long.status == 422 && long.body.contains("plus de 12 heures d’affilée"))
        #expect(!long.body.contains("name=\"insists\""), "only an administrator may insist")
        let boss = SiteClient(test, sharing: client.website)
        try await boss.signIn(test.cast.administrator)
        #expect(try await boss.get(Self.base + "/permanence").body.contains("name=\"insists\""))
        let insisted = try await add(boss, ["from": "6 h", "person": test.cast.attendant.id.text, "insists": "yes"])
        #expect(insisted.status == 303)
        #expect(try await boss.get(Self.base + "/permanence?semaine=2026-48").body.contains("Au-delà des limites"))
    }

    @Test func aReferentTakesAndRunsNothing() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.martine)
        let page = try await client.get(Self.base + "/permanence")
        #expect(page.status == 200 && !page.body.contains("Ajouter une permanence") && !page.body.contains("/copie"))
        #expect(try await add(client).status == 404)
        #expect(try await client.get(Self.base + "/tableau").status == 404)
        #expect(try await !client.get(Self.base).body.contains("/tableau"))
    }

    @Test func theNextOneReadsTheWordFirst() async throws {
        let test = try await TestHouse()
        let client = try await client(test, test.cast.attendant)
        #expect(try await client.get(Self.base + "/passation").body.contains("pas de permanence en ce moment"))
        #expect(try await client.get(Self.base).body.contains("Personne n’est de permanence"))
        let taken = try await add(client, ["day": "2026-11-21", "person": test.cast.attendant.id.text])
        #expect(taken.status == 303)
        #expect(try await client.get(Self.base).body.contains("Odile F. jusqu’à 20\u{A0}h"))
        _ = try await client.beginCall()
        let page = try await client.get(Self.base + "/passation")
        #expect(page.body.contains("Tout passe à Ariane B.") && page.body.contains("Appel commencé") && !page.body.contains("⟦"))
        let duty = try #require(page.body.firstMatch(of: /name="duty" value="([^"]+)"/)?.1).description
        let long = try await client.post(Self.base + "/passation", ["duty": duty, "note": String(repeating: "a", count: 2_001)])
        #expect(long.status == 422 && long.body.contains("id=\"note-erreur\""))
        let done = try await client.post(Self.base + "/passation", ["duty": duty, "note": "La dame du <b>lac</b>\nrappelle"])
        #expect(done.location == Self.base + "?fait=passation")
        #expect(try await client.get(Self.base + "?fait=passation").body.contains("La passation est faite"))
        let boss = SiteClient(test, sharing: client.website)
        try await boss.signIn(test.cast.administrator)
        let desk = try await boss.get(Self.base)
        #expect(desk.body.contains("La dame du &lt;b&gt;lac") && desk.body.contains("Vous reprenez 1 appel."))
        let read = try #require(desk.body.firstMatch(of: /action="([^"]+\/lecture)"/)?.1).description
        #expect(try await boss.post(read).location == Self.base)
        #expect(try await !boss.get(Self.base).body.contains("La dame du"))
    }
}
