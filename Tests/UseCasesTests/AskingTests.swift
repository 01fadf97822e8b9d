import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct AskingTests {
    static let form = AskForm([
        "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "place": "12 rue des Lilas", "for": "me",
        "firstName": "Jeanne", "lastName": "Durand", "email": "jeanne@clairval.test", "notice": "yes",
    ])

    @Test(arguments: Engine.all) func aRequestHasAnOwnerAndAClock(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let created = try await Requests(test.house).ask(Self.form, in: test.town, by: .visitor, language: "fr", door: .web)
        let tracked = try await Requests(test.house).tracked(created.tracking, in: test.town)
        #expect(tracked?.request.owner == test.cast.martine.id)
        #expect(tracked?.request.status == .open)
        #expect(tracked?.request.rung == .helpers)
        #expect(tracked?.request.promise == TestClock.start + .hours(2))
        #expect(tracked?.asker.email?.text == "jeanne@clairval.test")
    }

    @Test(arguments: Engine.all) func theReceiptNamesTheRequestAndOpensIt(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let created = try await Requests(test.house).ask(Self.form, in: test.town, by: .visitor, language: "fr", door: .web)
        await test.work()
        let mail = try #require(test.mailer.sent.first { $0.to.address == "jeanne@clairval.test" })
        #expect(mail.text.contains(created.request.reference.text))
        #expect(mail.text.contains("/t/clairval/suivi/\(created.tracking.text)"))
        for words in [mail.text, mail.html ?? ""] {
            #expect(words.contains("Clairval") && words.contains("04 00 00 00 00") && !words.contains("⟦"))
        }
    }

    @Test func aForeignTownSeesNothing() async throws {
        let test = try await TestHouse()
        let created = try await Requests(test.house).ask(Self.form, in: test.town, by: .visitor, language: "fr", door: .web)
        #expect(try await Requests(test.house).tracked(created.tracking, in: test.elsewhere) == nil)
    }

    @Test func everythingThatIsMissingIsSaidAtOnce() async throws {
        let test = try await TestHouse()
        let refusal = await #expect(throws: Refusal.self) {
            try await Requests(test.house).ask(AskForm(), in: test.town, by: .visitor, language: "fr", door: .web)
        }
        #expect(refusal?.fields.map(\.name) == ["category", "when", "neighbourhood", "for", "firstName", "email", "notice"])
    }

    @Test func forSomebodyElseWaitsForTheirAgreement() async throws {
        let test = try await TestHouse()
        var form = Self.form
        form["for"] = "other"
        form["otherFirstName"] = "Paul"
        let created = try await Requests(test.house).ask(form, in: test.town, by: .visitor, language: "fr", door: .web)
        #expect(created.request.status == .awaitingAgreement)
    }

    /// The second is written out before its transaction, on the owner of the first.
    @Test(arguments: Engine.all) func theNextRequestIsWrittenAsTheFirst(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await Requests(test.house).ask(Self.form, in: test.town, by: .visitor, language: "fr", door: .web)
        let second = try await Requests(test.house).ask(Self.form, in: test.town, by: .visitor, language: "fr", door: .web)
        let tracked = try #require(try await Requests(test.house).tracked(second.tracking, in: test.town))
        #expect(tracked.request == second.request)
        #expect(tracked.request.owner == test.cast.martine.id)
        #expect(tracked.asker.email?.text == "jeanne@clairval.test")
        await test.work()
        #expect(test.mailer.sent.filter { $0.text.contains(second.request.reference.text) }.count == 1)
    }

    @Test(arguments: Engine.all) func anOwnerWhoLeftOwnsNothingNew(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let first = try await Requests(test.house).ask(Self.form, in: test.town, by: .visitor, language: "fr", door: .web)
        #expect(first.request.owner == test.cast.martine.id)
        _ = try await test.house.write(test.town.town) { [cast = test.cast, town = test.town.town.id] scope in
            try scope.sql.run("UPDATE roles SET revoked_at = 1 WHERE town_id = \(town) AND person_id = \(cast.martine.id)")
        }
        let second = try await Requests(test.house).ask(Self.form, in: test.town, by: .visitor, language: "fr", door: .web)
        let tracked = try #require(try await Requests(test.house).tracked(second.tracking, in: test.town))
        #expect(tracked.request.owner == test.cast.administrator.id)
    }

    /// Two processes that draw the same numbers at the same moment: the second draws again.
    @Test(arguments: Engine.all) func whatIsTakenIsDrawnAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        var references: Set<String> = []
        for _ in 0..<2 {
            let house = House(
                database: test.house.database, keys: test.house.keys, world: TestClock().world, bell: test.house.bell,
                catalogue: test.house.catalogue, publicURL: test.house.publicURL)
            let created = try await Requests(house).ask(Self.form, in: test.town, by: .visitor, language: "fr", door: .web)
            references.insert(created.request.reference.text)
        }
        #expect(references.count == 2)
    }
}
