import Domain
import TestSupport
import Testing
import UseCases

@Suite struct CallBackPagesTests {
    private static let base = "/t/clairval/conciergerie/rappels"
    private static let missed = ["phone": "06 11 22 33 44", "reason": "missed", "name": "Mme <Rossi>", "words": "porte bleue"]

    private func client(_ test: TestHouse, _ person: Person) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(person)
        return client
    }

    private func path(in page: String) throws -> String {
        try #require(page.firstMatch(of: Regex("/t/clairval/conciergerie/rappels/[pr]-[0-9a-f-]{36}"))?.0).description
    }

    @Test func whoWaitsIsListedWithoutANameAndRungByOne() async throws {
        let test = try await TestHouse()
        let (odile, admin) = (try await client(test, test.cast.attendant), try await client(test, test.cast.administrator))
        #expect(try await odile.post(Self.base + "/nouveau", Self.missed).location == Self.base + "?fait=promis")
        let list = try await odile.get(Self.base + "?fait=promis")
        #expect(list.status == 200 && list.body.contains("Appel manqué") && !list.body.contains("Rossi") && !list.body.contains("06 11"))
        #expect(!list.body.contains("⟦"))
        let caller = try path(in: list.body)
        #expect(try await odile.get(caller).location == Self.base + "?fait=libre", "only whoever holds them sees who it is")
        #expect(try await odile.post(Self.base + "/suivant", [:]).location == caller)
        let page = try await odile.get(caller)
        #expect(page.body.contains("Mme &lt;Rossi&gt;") && page.body.contains("tel:+33611223344") && !page.body.contains("⟦"))
        let hour = try #require(page.body.split(separator: "<form").first { $0.contains("name=\"time\"") })
        #expect(!hour.contains("value=\"told\"") && hour.contains("value=\"later\""), "Enter in the hour says nothing else")
        #expect(try await admin.post(caller, [:]).location == Self.base + "?fait=pris")
        #expect(try await admin.get(Self.base).body.contains("Odile F. l’appelle en ce moment"))
        let wrong = try await odile.post(caller + "/resultat", ["result": "later", "tries": "0", "time": "tard"])
        #expect(wrong.status == 422 && wrong.body.contains("value=\"tard\"") && wrong.body.contains("href=\"#time\""))
        #expect(try await odile.post(caller + "/resultat", ["result": "no_answer", "tries": "0"]).location == Self.base + "?fait=note")
        #expect(try await odile.get(Self.base).body.contains("1 essai"))
    }

    @Test func theScriptIsToldWhatIsDue() async throws {
        let test = try await TestHouse()
        let odile = try await client(test, test.cast.attendant)
        _ = try await odile.post(Self.base + "/nouveau", Self.missed)
        let due = try await odile.get(Self.base + "/a-faire")
        #expect(due.status == 200 && !due.body.contains("<html") && due.body.contains("data-rings=\"\""))
        let late = TestClock.start + .minutes(30)
        let time = LocalTime(late, in: test.town.town.timeZone)
        let typed = "\(time.hour):\(time.minute < 10 ? "0" : "")\(time.minute)"
        _ = try await odile.post(
            Self.base + "/nouveau", ["phone": "06 11 22 33 55", "reason": "promised", "time": typed])
        test.clock.move(.minutes(31))
        #expect(try await odile.get(Self.base + "/a-faire").body.contains("data-rings=\"r-"))
        #expect(try await odile.get("/t/clairval/conciergerie").body.contains("/static/ring.js"))
    }

    @Test func aCallIsPutOffFromItsScreen() async throws {
        let test = try await TestHouse()
        let odile = try await client(test, test.cast.attendant)
        let call = try await odile.beginCall("06 11 22 33 44")
        let fields = ["phone": "06 11 22 33 44", "details": "du pain", "version": "1", "reason": "promised"]
        let wrong = try await odile.post(call + "/rappel", fields.merging(["time": "99"]) { $1 })
        #expect(wrong.status == 422 && wrong.body.contains("value=\"99\"") && wrong.body.contains("du pain"))
        let kept = try await odile.post(call + "/rappel", fields.merging(["time": "16:30", "version": "2"]) { $1 })
        #expect(kept.location == "/t/clairval/conciergerie?fait=promis")
        let desk = try await odile.get("/t/clairval/conciergerie?fait=promis")
        #expect(desk.body.contains("Le rappel est noté") && desk.body.contains(call))
    }

    @Test func strangersAndReferentsSeeNothingOfIt() async throws {
        let test = try await TestHouse()
        let odile = try await client(test, test.cast.attendant)
        _ = try await odile.post(Self.base + "/nouveau", Self.missed)
        let caller = try path(in: try await odile.get(Self.base).body)
        for person in [test.cast.karim, test.cast.martine] {
            let other = try await client(test, person)
            for address in [Self.base, caller, Self.base + "/a-faire"] { #expect(try await other.get(address).status == 404) }
            #expect(try await other.post(caller, [:]).status == 404)
            #expect(try await other.post(Self.base + "/suivant", [:]).status == 404)
        }
        #expect(try await odile.get(Self.base + "/p-rien").status == 404)
        #expect(try await odile.get(Self.base + "/p-" + test.cast.karim.id.text).location == Self.base + "?fait=libre")
        #expect(try await odile.post(Self.base + "/p-" + test.cast.karim.id.text, [:]).status == 404, "nothing is to be said to him")
    }
}
