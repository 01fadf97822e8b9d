import Domain
import TestSupport
import Testing
import UseCases

@Suite struct ConcernPagesTests {
    private static let base = "/t/clairval/inquietudes"

    private func client(_ test: TestHouse, _ person: Person) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(person)
        return client
    }

    /// A request that somebody took by telephone: its id.
    private func taken(_ client: SiteClient) async throws -> String {
        let answer = try await client.takeCall(ReferentPagesTests.call)
        let end = try await client.get(try #require(answer.location))
        return try #require(end.body.firstMatch(of: Regex("/referent/demandes/([0-9a-f-]{36})"))?.output[1].substring).description
    }

    @Test func fromACallItIsHandedOverWithWhatWasTypedKept() async throws {
        let test = try await TestHouse()
        let odile = try await client(test, test.cast.attendant)
        let call = try await odile.beginCall("06 11 22 33 44")
        let fields = ["phone": "06 11 22 33 44", "firstName": "Rosa", "details": "du pain", "version": "1"]
        let form = try #require(try await odile.post(call + "/inquietude", fields).location)
        #expect(form.hasPrefix(Self.base + "/nouvelle?appel="))
        let page = try await odile.get(form)
        #expect(page.status == 200 && page.body.contains("Rosa 06") && page.body.contains("tel:3114") && !page.body.contains("⟦"))
        let id = try #require(form.split(separator: "=").last).description
        let wrong = try await odile.post(Self.base + "/nouvelle", ["appel": id, "who": "Rosa", "words": "<b>seule</b>"])
        #expect(wrong.status == 422 && wrong.body.contains("&lt;b&gt;seule") && wrong.body.contains("href=\"#kind\""))
        let done = try await odile.post(
            Self.base + "/nouvelle", ["appel": id, "who": "Rosa", "kind": "danger", "words": "une odeur de gaz"])
        let place = try #require(done.location)
        let receipt = try await odile.get(place)
        #expect(
            receipt.status == 200 && receipt.body.contains("c’est confié") && receipt.body.contains(call) && !receipt.body.contains("gaz"))
        #expect(try await odile.get(call).body.contains("du pain"))
    }

    @Test func whoeverAnswersForItTakesAndClosesIt() async throws {
        let test = try await TestHouse()
        let martine = try await client(test, test.cast.martine)
        let request = try await taken(martine)
        let form = Self.base + "/nouvelle"
        let sent = try await martine.post(form, ["demande": request, "kind": "isolation", "words": "ne voit personne"])
        let place = try #require(sent.location)
        let id = try #require(place.firstMatch(of: Regex("[0-9a-f-]{36}"))?.0).description
        let admin = try await client(test, test.cast.administrator)
        let (mine, theirs) = (try await martine.get(Self.base), try await admin.get(Self.base))
        let keeper = mine.body.contains(id) ? martine : admin
        let other = mine.body.contains(id) ? admin : martine
        #expect(mine.body.contains(id) != theirs.body.contains(id), "one person answers for it")
        #expect(try await other.get(Self.base + "/" + id).status == 404)
        #expect(try await !keeper.get(Self.base).body.contains("ne voit personne"), "the list says nothing of anybody")
        let page = try await keeper.get(Self.base + "/" + id)
        #expect(page.status == 200 && page.body.contains("ne voit personne") && !page.body.contains("⟦"))
        #expect(try await keeper.post(Self.base + "/" + id, [:]).location == Self.base + "/" + id)
        #expect(try await keeper.get(Self.base + "/" + id).body.contains("s’en occupe"))
        #expect(try await keeper.post(Self.base + "/" + id + "/fin", ["words": "vue"]).status == 422)
        _ = try await keeper.post(Self.base + "/" + id + "/fin", ["result": "seen", "words": "vue"])
        #expect(try await keeper.get(Self.base + "/" + id).body.contains("La personne a été vue ou appelée"))
        #expect(try await !keeper.get(Self.base).body.contains(id))
    }

    @Test func strangersSeeNothingOfIt() async throws {
        let test = try await TestHouse()
        let martine = try await client(test, test.cast.martine)
        let request = try await taken(martine)
        let karim = try await client(test, test.cast.karim)
        #expect(try await karim.get(Self.base).status == 404)
        #expect(try await karim.get(Self.base + "/nouvelle?demande=" + request).status == 404)
        #expect(try await karim.get(Self.base + "/nouvelle").status == 404)
        #expect(try await karim.post(Self.base + "/nouvelle", ["demande": request, "kind": "health", "words": "x"]).status == 404)
        let visitor = try SiteClient(test)
        #expect(try await visitor.get(Self.base + "/nouvelle?demande=" + request).location?.contains("/connexion") == true)
        #expect(try await visitor.get("/t/clairval/inquietude/" + String(repeating: "a", count: 43)).status == 404)
    }
}
