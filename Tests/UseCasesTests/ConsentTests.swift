import Database
import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct ConsentTests {
    private func words(_ test: TestHouse, _ language: String = "fr") -> ConsentWords {
        ConsentWords(Post(house: test.house, town: test.town.town).localizer(language), test.town.town)
    }

    private func consents(_ person: ID<Person>, _ test: TestHouse) async throws -> [Consent] {
        try await test.house.read(test.town.town) { try Consents($0).all(of: person) }
    }

    /// `printf 'Bonjour' | sha256sum`
    @Test func theVersionIsTheHashOfTheExactText() {
        #expect(ConsentWords.version(of: "Bonjour") == "9172e8eec99f")
        #expect(ConsentWords.version(of: "") == "e3b0c44298fc")
    }

    @Test func eachSayingHasWordsOfItsOwnInEachLanguage() async throws {
        let test = try await TestHouse()
        let texts = ConsentWords.Saying.allCases.flatMap { [words(test).text($0), words(test, "en").text($0)] }
        #expect(Set(texts.map(\.version)).count == texts.count)
        #expect(texts.allSatisfy { $0.version.count == 12 && !$0.text.contains("⟦") && !$0.text.isEmpty })
    }

    @Test(arguments: Engine.all) func theExactWordsAreKeptOnceAndStayWhenTheTownChangesThem(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let first = try await test.ask()
        _ = try await test.ask()
        let given = try #require(try await consents(first.request.asker, test).first)
        #expect(given.purpose == .notice && given.textVersion == words(test).text(.readNotice).version)
        #expect(given.subject == first.request.id.bytes && given.channel == .web && given.collectedBy == nil)
        let kept: Int? = try await test.house.read(test.town.town) { scope in
            try scope.sql.value("/* test */ SELECT count(*) FROM consent_texts WHERE town_id = \(scope.town)")
        }
        #expect(kept == 1)
        var town = test.town.town
        town.settings.charter = ["fr": "Une charte\nNouvelle"]
        let changed = ConsentWords(Post(house: test.house, town: town).localizer("fr"), town)
        #expect(changed.text(.charter).version != words(test).text(.charter).version)
        let found = try await test.house.read(test.town.town) { try ConsentTexts($0).find(.notice, given.textVersion) }
        #expect(found == words(test).text(.readNotice))
    }

    @Test(arguments: Engine.all) func whoeverNotesItIsSaidByRole(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        _ = try await test.takeCall(["email": "karim@clairval.test", "firstName": "Karim"])
        let items = try await OwnConsents(test.house).list(of: try await test.viewer(test.cast.karim), in: test.town)
        let notice = try #require(items.first { $0.consent.purpose == .notice })
        #expect(notice.collector == .staff(.referent) && notice.text == words(test).text(.callNotice) && notice.reference != nil)
        #expect(notice.consent.channel == .phone && !notice.consent.mayBeWithdrawn)
        let own = OwnConsents(test.house)
        let viewer = try await test.viewer(test.cast.karim)
        await #expect(throws: Refusal.notFound) { try await own.withdraw(notice.consent.id, by: viewer, in: test.town) }
    }

    @Test(arguments: Engine.all) func withdrawingHidesTheNumberAtOnceAndIsSaidInOnePlace(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let created = try await test.ask(["phone": "04 90 11 22 33"])
        let match = try await test.sayYes(test.cast.karim, to: created.request.id)
        let (conversations, karim) = (Conversations(test.house), test.cast.karim)
        let (helper, asker) = (
            ConversationDoor.match(match.id, Actor(person: karim.id)), ConversationDoor.tracking(.link(created.tracking))
        )
        for door in [helper, asker] { try await conversations.share(.phone, true, through: door, language: "en", in: test.town) }
        #expect(try await conversations.open(asker, in: test.town).contact.seen[.phone] != nil)
        let (own, viewer) = (OwnConsents(test.house), try await test.viewer(karim))
        let item = try #require(try await own.list(of: viewer, in: test.town).first { $0.consent.purpose == .sharePhone })
        #expect(item.text == words(test, "en").text(.showPhone) && item.collector == .themselves)
        #expect(item.reference == created.request.reference)
        let lucie = try await test.viewer(test.cast.lucie)
        await #expect(throws: Refusal.notFound) { try await own.withdraw(item.consent.id, by: lucie, in: test.town) }
        await #expect(throws: Refusal.notFound) { _ = try await own.find(item.consent.id, of: lucie, in: test.town) }
        for _ in 1...2 { try await own.withdraw(item.consent.id, by: viewer, in: test.town) }
        #expect(try await conversations.open(asker, in: test.town).contact.seen[.phone] == nil)
        #expect(try await own.find(item.consent.id, of: viewer, in: test.town).consent.withdrawnAt == test.clock.now)
    }

    @Test(arguments: Engine.all) func withoutTheCharterOneHelpsFromAfarOnly(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim, tier: .remote)
        let (own, viewer) = (OwnConsents(test.house), try await test.viewer(test.cast.karim))
        try await Trust(test.house).acceptCharter(1, by: viewer, in: test.town.town)
        let offer = try await test.offer(of: test.cast.karim)
        #expect(try await PublicOffers(test.house).find(offer, in: test.town) != nil)
        let charter = try #require(try await own.list(of: viewer, in: test.town).first { $0.consent.purpose == .charter })
        #expect(charter.text == words(test).text(.charter))
        try await own.withdraw(charter.consent.id, by: viewer, in: test.town)
        let helper = try #require(try await test.helper(test.cast.karim))
        #expect(helper.tier == .remote && helper.charterVersion == nil && helper.isActive)
        #expect(try await PublicOffers(test.house).find(offer, in: test.town) == nil)
        // And agreed to anew.
        test.clock.move(.milliseconds(1))
        try await Trust(test.house).acceptCharter(1, by: viewer, in: test.town.town)
        #expect(try await test.helper(test.cast.karim)?.tier == .doorstep)
        #expect(try await consents(test.cast.karim.id, test).filter { $0.purpose == .charter }.map(\.isInForce) == [false, true])
    }
}
