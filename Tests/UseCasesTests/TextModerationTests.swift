import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct TextModerationTests {
    private func moderator(_ test: TestHouse) -> Actor { Actor(person: test.cast.moderator.id, roles: [Role(.moderator)]) }

    private func decide(_ form: [String: String], _ text: PendingText, _ test: TestHouse) async throws {
        try await TextModeration(test.house).decide(
            form, on: text.kind, text.subject, fingerprint: text.fingerprint, by: moderator(test), in: test.town)
    }

    private func next(_ test: TestHouse, skipping skipped: [[UInt8]] = []) async throws -> ModerationDesk {
        try await TextModeration(test.house).desk(skipping: skipped, by: moderator(test), in: test.town)
    }

    @Test(arguments: Engine.all) func wordsArePublicOnlyOnceAModeratorReadThem(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.openRequest(["details": "Du pain et du lait"])
        _ = try await test.openRequest()
        #expect(try await PublicNeeds(test.house).find(id, in: test.town)?.text == nil)
        let desk = try await next(test)
        let text = try #require(desk.text)
        #expect(desk.count == 1 && text.subject == id.bytes && text.text == "Du pain et du lait")
        try await decide(["decision": "publish"], text, test)
        #expect(try await PublicNeeds(test.house).find(id, in: test.town)?.text == "Du pain et du lait")
        #expect(try await next(test).text == nil)
        // Decided twice, by somebody who still had the page: the first decision stays.
        try await decide(["decision": "refuse", "reason": "health"], text, test)
        #expect(try await PublicNeeds(test.house).find(id, in: test.town)?.text == "Du pain et du lait")
        #expect(try await test.journal(.decided) == ["published"])
    }

    @Test(arguments: Engine.all) func anAmendedTextIsToldToItsAuthor(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.openRequest(["details": "Appelez Jeanne au 04 90 00 00 01", "sure": "yes"])
        let desk = try await next(test)
        #expect(desk.warnings == [.phone])
        try await decide(["decision": "amend", "text": "Appelez-moi"], try #require(desk.text), test)
        #expect(try await PublicNeeds(test.house).find(id, in: test.town)?.text == "Appelez-moi")
        #expect(try await test.request(id)?.details == "Appelez Jeanne au 04 90 00 00 01")
        await test.work()
        #expect(test.mailer.sent.contains { $0.to.address == "jeanne@clairval.test" && $0.text.contains("Appelez-moi") })
    }

    @Test(arguments: Engine.all) func aRefusalHasAReasonAndHidesOnlyTheWords(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.openRequest(["details": "20 euros de l’heure", "sure": "yes"])
        let text = try #require(try await next(test).text)
        let missing = await #expect(throws: Refusal.self) { try await decide(["decision": "refuse"], text, test) }
        #expect(missing?.fields.map(\.name) == ["reason"])
        try await decide(["decision": "refuse", "reason": "paid"], text, test)
        let need = try #require(try await PublicNeeds(test.house).find(id, in: test.town))
        #expect(need.text == nil)
        await test.work()
        #expect(test.mailer.sent.contains { $0.text.contains("Ici l’aide est gratuite") })
    }

    @Test func wordsChangedMeanwhileAreReadAgain() async throws {
        let test = try await TestHouse()
        let id = try await test.openRequest(["details": "Du pain"])
        let text = try #require(try await next(test).text)
        try await test.house.write(test.town.town) { scope in
            guard var request = try HelpRequests(scope).find(id) else { return }
            request.details = "Du pain, sonnez chez Durand"
            try HelpRequests(scope).save(request, mayBePublic: true)
        }
        await #expect(throws: Refusal(.conflict, "refusal.textChanged")) { try await decide(["decision": "publish"], text, test) }
        #expect(try await test.request(id)?.review == .unread)
    }

    @Test func whatIsPrivateOrSkippedDoesNotCome() async throws {
        let test = try await TestHouse()
        _ = try await test.openRequest(["category": "garden", "details": "La clé est sous le pot"])
        let first = try await test.openRequest(["details": "Un"])
        test.clock.move(.minutes(1))
        let second = try await test.openRequest(["details": "Deux"])
        #expect(try await next(test).text?.subject == first.bytes)
        #expect(try await next(test, skipping: [first.bytes]).text?.subject == second.bytes)
        #expect(try await next(test, skipping: [first.bytes, second.bytes]).text == nil)
    }

    @Test func othersDoNotKnowThatItExists() async throws {
        let test = try await TestHouse()
        let id = try await test.openRequest(["details": "Du pain"])
        let moderation = TextModeration(test.house)
        for actor in [Actor.visitor, Actor(person: test.cast.karim.id), test.guide] {
            await #expect(throws: Refusal.notFound) { try await moderation.desk(skipping: [], by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) {
                try await moderation.decide(
                    ["decision": "publish"], on: .request, id.bytes, fingerprint: "", by: actor, in: test.town)
            }
        }
        #expect(try await moderation.desk(skipping: [], by: moderator(test), in: test.elsewhere).text == nil)
    }
}
