import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct TextAppealsTests {
    private func moderator(_ test: TestHouse) -> Actor { Actor(person: test.cast.moderator.id, roles: [Role(.moderator)]) }
    private func administrator(_ test: TestHouse) -> Actor { Actor(person: test.cast.administrator.id, roles: [Role(.administrator)]) }

    /// A request of Jeanne, who can be written to, decided by Mona.
    private func decided(_ form: [String: String], _ test: TestHouse, email: String = "jeanne@clairval.test") async throws -> ID<
        HelpRequest
    > {
        let id = try await test.openRequest(["details": "Sonnez chez Durand, troisième étage", "email": email])
        let moderation = TextModeration(test.house)
        let text = try #require(try await moderation.desk(skipping: [], by: moderator(test), in: test.town).text)
        try await moderation.decide(form, on: .request, id.bytes, fingerprint: text.fingerprint, by: moderator(test), in: test.town)
        return id
    }

    private func asker(_ id: ID<HelpRequest>, _ test: TestHouse) async throws -> TrackingDoor {
        .account(id, Actor(person: try #require(try await test.request(id)).asker))
    }

    private func latest(_ id: ID<HelpRequest>, _ test: TestHouse) async throws -> DecidedText {
        try #require(try await test.house.read(test.town.town) { try TextDecisions($0).latest(id.bytes) })
    }

    @Test(arguments: Engine.all) func aRefusalIsAppealedAndOverturnedBySomebodyElse(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await decided(["decision": "refuse", "reason": "personal_data", "words": "L’étage suffit"], test)
        let moderation = TextModeration(test.house)
        let door = try await asker(id, test)
        let missing = await #expect(throws: Refusal.self) { try await moderation.appeal([:], through: door, in: test.town) }
        #expect(missing?.fields.map(\.name) == ["words"])
        for _ in 1...2 { try await moderation.appeal(["words": "C’est écrit sur la porte"], through: door, in: test.town) }
        await #expect(throws: Refusal(.conflict, "refusal.appealDone")) {
            try await moderation.appeal(["words": "Autre chose"], through: door, in: test.town)
        }
        let decision = try await latest(id, test)
        let answer = ["result": "overturned", "words": "En effet"]
        // Mona decided, so that she sees only that somebody else must read.
        let own = try await moderation.desk(skipping: [], by: moderator(test), in: test.town)
        #expect(own.appeal == nil && own.appealsForOthers == 1 && own.appealsForNobody == 0)
        await #expect(throws: Refusal.notFound) {
            try await moderation.answer(answer, to: decision.id, by: moderator(test), in: test.town)
        }
        let desk = try await moderation.desk(skipping: [], by: administrator(test), in: test.town)
        #expect(desk.appeal?.decision.appeal?.words == "C’est écrit sur la porte" && desk.count == 1)
        for _ in 1...2 { try await moderation.answer(answer, to: decision.id, by: administrator(test), in: test.town) }
        #expect(try await PublicNeeds(test.house).find(id, in: test.town)?.text == "Sonnez chez Durand, troisième étage")
        #expect(try await test.journal(.decided).sorted() == ["appeal_overturned", "refused_personal_data"])
        await test.work()
        let mails = test.mailer.sent.filter { $0.to.address == "jeanne@clairval.test" }
        #expect(mails.contains { $0.text.contains("L’étage suffit") && $0.text.contains("/recours") })
        #expect(mails.filter { $0.text.contains("En effet") }.count == 1)
    }

    @Test(arguments: Engine.all) func anUpheldDecisionStays(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await decided(["decision": "amend", "text": "Sonnez, troisième étage"], test)
        let moderation = TextModeration(test.house)
        try await moderation.appeal(["words": "Mon nom est utile"], through: try await asker(id, test), in: test.town)
        let answer = ["result": "upheld", "words": "Le nom se dit au téléphone"]
        try await moderation.answer(answer, to: try await latest(id, test).id, by: administrator(test), in: test.town)
        #expect(try await PublicNeeds(test.house).find(id, in: test.town)?.text == "Sonnez, troisième étage")
        await test.work()
        let mails = test.mailer.sent.filter { $0.to.address == "jeanne@clairval.test" }.map(\.text)
        #expect(mails.contains { $0.contains("Sonnez chez Durand, »") && $0.contains("Ajouté") })
        #expect(mails.contains { $0.contains("Le nom se dit au téléphone") })
    }

    @Test func whoeverHasAnotherModeratorAsksThemNotTheAdministrator() async throws {
        let test = try await TestHouse()
        try await test.grant(Role(.moderator), to: test.cast.lucie)
        let id = try await decided(["decision": "refuse", "reason": "unclear"], test)
        let moderation = TextModeration(test.house)
        try await moderation.appeal(["words": "Si"], through: try await asker(id, test), in: test.town)
        #expect(try await moderation.desk(skipping: [], by: administrator(test), in: test.town).appeal == nil)
        let lucie = Actor(person: test.cast.lucie.id, roles: [Role(.moderator)])
        #expect(try await moderation.desk(skipping: [], by: lucie, in: test.town).appeal?.decision.subject == id.bytes)
    }

    @Test func somebodyElsesRequestCannotBeAppealed() async throws {
        let test = try await TestHouse()
        let id = try await decided(["decision": "refuse", "reason": "unclear"], test)
        let moderation = TextModeration(test.house)
        let karim = TrackingDoor.account(id, Actor(person: test.cast.karim.id))
        await #expect(throws: Refusal.notFound) { try await moderation.appeal(["words": "Si"], through: karim, in: test.town) }
        let door = try await asker(id, test)
        await #expect(throws: Refusal.notFound) { try await moderation.appeal(["words": "Si"], through: door, in: test.elsewhere) }
        let decision = try await latest(id, test)
        await #expect(throws: Refusal.notFound) {
            try await moderation.answer(["result": "upheld", "words": "x"], to: decision.id, by: administrator(test), in: test.town)
        }
    }

    @Test func newWordsAreDecidedAnewAndFormerOnesStayInView() async throws {
        let test = try await TestHouse()
        let id = try await decided(["decision": "refuse", "reason": "unclear"], test)
        test.clock.move(.minutes(5))
        let now = test.clock.now
        try await test.house.write(test.town.town) { scope in
            guard var request = try HelpRequests(scope).find(id) else { return }
            request.details = "Du pain"
            request.review = .unread
            try HelpRequests(scope).save(request, mayBePublic: true)
            try PendingTexts(scope).wroteAnew(.request, id.bytes, at: now)
        }
        let moderation = TextModeration(test.house)
        let door = try await asker(id, test)
        await #expect(throws: Refusal(.conflict, "refusal.textChanged")) {
            try await moderation.appeal(["words": "Si"], through: door, in: test.town)
        }
        let desk = try await moderation.desk(skipping: [], by: moderator(test), in: test.town)
        #expect(desk.text?.since == now)
        #expect(desk.history.map(\.text) == ["Sonnez chez Durand, troisième étage"] && desk.history.first?.reason == .unclear)
    }

    @Test(arguments: Engine.all) func whereNobodyReadsFirstATextIsPublicAtOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        var town = test.town.town
        town.settings.reviewsTexts = false
        let facts = TownFacts(town: town, categories: test.town.categories, neighbourhoods: test.town.neighbourhoods)
        let form = AskForm([
            "category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "place": "3 place du Marché", "for": "me",
            "firstName": "Odette", "lastName": "Marchand", "phone": "04 90 11 22 33", "details": "Du lait", "notice": "yes",
        ])
        let created = try await Requests(test.house).ask(form, in: facts, by: .visitor, language: "fr", door: .web)
        #expect(try await PublicNeeds(test.house).find(created.request.id, in: test.town)?.text == "Du lait")
    }
}
