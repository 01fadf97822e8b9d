import Domain
import TestSupport
import Testing
import UseCases

@Suite struct DeskPagesTests {
    private static let base = "/t/clairval/conciergerie"
    private static let call = ReferentPagesTests.call

    private func attendant(_ test: TestHouse) async throws -> SiteClient {
        let client = try SiteClient(test)
        try await client.signIn(test.cast.attendant)
        return client
    }

    @Test func aTelephonyLinkShowsAndOnlyTheButtonBegins() async throws {
        let client = try await attendant(try await TestHouse())
        let page = try await client.get(Self.base + "/appel?numero=0490112233%22%3E%3Cb%3E")
        #expect(page.status == 200 && page.body.contains("0490112233&quot;&gt;&lt;b&gt;") && !page.body.contains("⟦"))
        #expect(try await !client.get(Self.base).body.contains("/conciergerie/appels/"), "looking begins nothing")
        let call = try await client.beginCall("04 90 11 22 33")
        #expect(try await client.get(call).body.contains("value=\"04 90 11 22 33\""))
        let board = try await client.get(Self.base)
        #expect(board.body.contains(call) && !board.body.contains("04 90 11") && !board.body.contains("⟦"))
    }

    @Test func theScriptIsAnsweredWithAPartOfThePage() async throws {
        let client = try await attendant(try await TestHouse())
        let call = try await client.beginCall()
        let saved = try await client.post(call + "/brouillon?partie=1", ["details": "du pain", "version": "1"])
        #expect(saved.status == 200 && saved.body.contains("data-version=\"2\"") && saved.body.contains("Enregistré à"))
        #expect(!saved.body.contains("<html"))
        let late = try await client.post(call + "/brouillon?partie=1", ["details": "du lait", "version": "1"])
        #expect(late.status == 409 && late.body.contains("enregistré ailleurs") && late.body.contains("data-version=\"2\""))
        let page = try await client.get(call)
        #expect(page.body.contains("du pain") && !page.body.contains("du lait"))
    }

    @Test func withoutAScriptASecondTabIsToldAndKeepsWhatItTyped() async throws {
        let client = try await attendant(try await TestHouse())
        let call = try await client.beginCall()
        #expect(try await client.post(call + "/brouillon", ["details": "du pain", "version": "1"]).location == call)
        let late = try await client.post(call, Self.call.merging(["details": "du lait", "version": "1"]) { $1 })
        #expect(late.status == 409 && late.body.contains("du lait") && late.body.contains("enregistré ailleurs"))
        #expect(late.body.contains("name=\"version\" value=\"2\""), "pressed again, it is meant")
        let needs = try await client.post(call + "/besoins", ["details": "du pain", "version": "2"])
        #expect(needs.location == call + "#besoin-2")
        let page = try await client.get(call)
        #expect(page.body.contains("id=\"besoin-2\"") && page.body.contains("id=\"besoin-3\" data-need=\"3\" hidden"))
        #expect(try await client.post(call + "/attente", ["details": "du pain", "version": "3"]).location == Self.base + "?fait=attente")
        #expect(try await client.get(Self.base + "?fait=attente").body.contains("gardé pour plus tard"))
    }

    @Test func severalNeedsEndWithSeveralNumbers() async throws {
        let test = try await TestHouse()
        let client = try await attendant(test)
        let other = test.town.activeCategories[1].key
        let taken = try await client.takeCall(Self.call.merging(["category-2": other, "when-2": "now"]) { $1 })
        let end = try await client.get(try #require(taken.location))
        #expect(end.status == 200 && end.body.matches(of: /class="reference"/).count == 2 && !end.body.contains("⟦"))
        #expect(!end.body.contains("Odette") && !end.body.contains("/referent/"))
        let board = try await client.get(Self.base)
        #expect(board.body.matches(of: /\?reference=/).count == 2 && !board.body.contains("Odette"))
        let martine = SiteClient(test, sharing: client.website)
        try await martine.signIn(test.cast.martine)
        let told = try await martine.get(try #require(taken.location))
        #expect(told.status == 404, "the call is the desk's")
        let link = try #require(
            try await martine.get("/t/clairval/referent").body.firstMatch(of: Regex("/referent/demandes/[0-9a-f-]{36}"))?.0)
        #expect(try await martine.get("/t/clairval\(link)").body.contains("Lors du même appel"))
    }

    @Test func nobodyPromisesToRingWhoLeftNoNumber() async throws {
        let client = try await attendant(try await TestHouse())
        let taken = try await client.takeCall(["category": "groceries", "notice": "yes"])
        let end = try await client.get(try #require(taken.location))
        #expect(end.body.contains("Rappelez-nous et dites") && !end.body.contains("vous appelle") && !end.body.contains("vous rappelle."))
    }

    @Test func aNeedAskedForAlreadyIsShownAndJoined() async throws {
        let test = try await TestHouse()
        let client = try await attendant(test)
        _ = try await client.takeCall(Self.call)
        let call = try await client.beginCall()
        let refused = try await client.post(call, Self.call.merging(["version": "1", "known": "new"]) { $1 })
        #expect(refused.status == 422 && refused.body.contains("Déjà demandé le") && refused.body.contains("id=\"repetition\""))
        let same = try #require(refused.body.firstMatch(of: /name="same" value="([^"]+)"/)?.1).description
        let joined = try await client.post(call + "/meme", Self.call.merging(["version": "2", "same": same]) { $1 })
        #expect(joined.location == call + "/fin")
        #expect(try await client.get(call + "/fin").body.contains("C’est dit à la personne"))
        #expect(try await client.get(call).location == call + "/fin")
    }

    @Test func whatAHelperMayReadIsReadOnceMore() async throws {
        let client = try await attendant(try await TestHouse())
        let call = try await client.beginCall()
        let fields = Self.call.merging(["details": "Je paie 20 euros de l’heure.", "version": "1"]) { $1 }
        let asked = try await client.post(call, fields)
        #expect(asked.status == 422 && asked.body.contains("name=\"sure\""))
        #expect(try await client.post(call, fields.merging(["sure": "yes"]) { $1 }).location == call + "/fin")
    }

    @Test func theTownsRuleIsInWordsBesideTheBoxes() async throws {
        let test = try await TestHouse()
        let client = try await attendant(test)
        let call = try await client.beginCall()
        #expect(try await client.get(call).body.contains("médicament urgent et ne va pas bien"))
        let boss = SiteClient(test, sharing: client.website)
        try await boss.signIn(test.cast.administrator)
        let settings = "/t/clairval/administration/permanence"
        #expect(try await boss.get(settings).body.contains("name=\"urgent-distress\""))
        #expect(try await boss.post(settings, ["raising": "9", "repeatDays": "7"]).status == 422)
        let answer = try await boss.post(settings, ["urgent-alone": "yes", "raising": "3", "repeatDays": "2"])
        #expect(answer.status == 303)
        let page = try await client.get(call)
        #expect(page.body.contains("vit sans compagnie.") && page.body.contains("3 critères ou plus"))
    }
}
