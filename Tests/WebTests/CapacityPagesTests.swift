import Domain
import Persistence
import TestSupport
import Testing
import UseCases
@testable import Web

@Suite struct CapacityPagesTests {
    /// Three ask for groceries in Les Tilleuls every week, and one helper may be asked four times.
    private func strained() async throws -> TestHouse {
        let test = try await TestHouse()
        let cell = LoadCell(try #require(test.category("groceries")).id, test.neighbourhood("les-tilleuls")?.id)
        let quiet = LoadCell(try #require(test.category("conversation")).id, test.neighbourhood("les-tilleuls")?.id)
        try await test.house.write(test.town.town) { scope in
            try Loads(scope).replace(
                by: [
                    Load(cell: cell, work: LoadWork(open: 3, matched: 1, expected: 3), helpers: 1, needed: 30, allowed: 12),
                    Load(cell: quiet, work: LoadWork(), helpers: 2, needed: 0, allowed: 2),
                ], at: test.clock.now)
        }
        return test
    }

    private static let answers: [(step: String, fields: [String: String])] = [
        ("quoi", ["category": "groceries"]), ("quand", ["when": "every", "rhythm": "weekly"]),
        ("ou", ["neighbourhood": "les-tilleuls"]), ("pour-qui", ["for": "me"]), ("precisions", [:]),
        ("vous-joindre", ["firstName": "Jeanne", "phone": "06 39 98 00 01"]),
    ]

    @Test func whoAsksReadsWhatCanBePromisedAndMayAskAllTheSame() async throws {
        let test = try await strained()
        try await test.addService("Épicerie du Lac")
        let client = try SiteClient(test)
        _ = try await client.get("/t/clairval/demandes/nouvelle")
        for (step, fields) in Self.answers { #expect(try await client.post("/t/clairval/demandes/nouvelle/\(step)", fields).status == 303) }
        let check = try await client.get("/t/clairval/demandes/nouvelle/verification")
        #expect(check.body.contains("plus de demandes que d’aidants libres") && check.body.contains("compter 3 semaines"))
        #expect(check.body.contains("enregistrée quoi qu’il arrive") && check.body.contains("category=conversation"))
        #expect(check.body.contains("Épicerie du Lac") && check.body.contains("tel:0465710001") && check.body.contains("Ouvert maintenant"))
        let sent = try await client.post("/t/clairval/demandes/nouvelle/verification", ["notice": "yes"])
        #expect(sent.status == 303 && sent.location?.contains("/suivi/") == true)
        // Urgent: not a word of it.
        _ = try await client.get("/t/clairval/demandes/nouvelle")
        for (step, fields) in Self.answers {
            _ = try await client.post("/t/clairval/demandes/nouvelle/\(step)", step == "quand" ? ["when": "now"] : fields)
        }
        #expect(try await !client.get("/t/clairval/demandes/nouvelle/verification").body.contains("aidants libres"))
    }

    @Test func thePhoneDoorIsToldBeforeAndReadsAloudAfter() async throws {
        let test = try await strained()
        try await test.addService("Épicerie du Lac")
        let client = try SiteClient(test)
        try await client.signIn(test.cast.martine)
        let call = try await client.beginCall()
        let page = try await client.get(call)
        #expect(page.body.contains("Épicerie du Lac") && page.body.contains("tel:0465710001"))
        #expect(page.body.contains("Peu d’aidants libres en ce moment") && page.body.contains("(Les Tilleuls)"))
        let fields = [
            "category": "groceries", "when": "every", "rhythm": "weekly", "neighbourhood": "les-tilleuls", "for": "me",
            "firstName": "Jeanne", "phone": "06 39 98 00 01", "notice": "yes", "sharePhone": "no",
        ]
        let noted = try await client.post(call, fields.merging(["version": "1"]) { $1 })
        let end = try await client.get(try #require(noted.location))
        #expect(end.body.contains("Votre demande est notée quoi qu’il arrive") && end.body.contains("compter 3 semaines"))
        #expect(end.body.contains("Épicerie du Lac"))
    }

    @Test func theTableIsForGuidesAndInNumbers() async throws {
        let test = try await strained()
        let client = try SiteClient(test)
        try await client.signIn(test.cast.martine)
        let page = try await client.get("/t/clairval/referent/charge")
        #expect(page.body.contains("250 %") && page.body.contains("badge warning") && page.body.contains("Mesuré"))
        let lucie = SiteClient(test, sharing: client.website)
        try await lucie.signIn(test.cast.lucie)
        #expect(try await lucie.get("/t/clairval/referent/charge").status == 404)
        #expect(try await !lucie.get("/t/clairval/").body.contains("250"))
    }
}
