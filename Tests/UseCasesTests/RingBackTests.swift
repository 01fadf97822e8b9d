import Database
import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct RingBackTests {
    /// Jeanne has no e-mail: that Karim said yes must be told by voice.
    private func matched(_ test: TestHouse) async throws -> (ID<HelpRequest>, RingBack) {
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall()
        _ = try await test.sayYes(test.cast.karim, to: id)
        return (id, try #require(try await test.openCalls(id).first))
    }

    @Test(arguments: Engine.all) func noAnswerCountsOnceAndComesBackByDay(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (id, call) = try await matched(test)
        let referents = Referents(test.house)
        for _ in 1...2 { try await referents.note(.noAnswer, of: call.id, knowing: 0, by: test.guide, in: test.town) }
        let again = try #require(try await test.openCalls(id).first)
        #expect(again.attempts == 1 && again.dueAt == TestClock.start + .hours(3))
        try await referents.note(.told, of: call.id, knowing: 1, by: test.guide, in: test.town)
        #expect(try await test.openCalls(id).isEmpty)
        #expect(try await referents.calls(by: test.guide, in: test.town).count == 0)
        let events = try await referents.open(id, by: test.guide, in: test.town).events.map(\.what)
        #expect(events.last == .rang(.matched, .told))
    }

    @Test(arguments: Engine.all) func readingANumberIsJournaledAndOnlyForTheQuartier(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (_, call) = try await matched(test)
        let referents = Referents(test.house)
        let opened = try await referents.openCall(call.id, by: test.guide, in: test.town)
        #expect(opened.person.firstName == "Odette" && opened.helperName == "Karim R.")
        #expect(try await test.journal(.readContact) == ["ring_back"])
        for actor in [test.otherGuide, Actor(person: test.cast.karim.id)] {
            await #expect(throws: Refusal.notFound) { try await referents.openCall(call.id, by: actor, in: test.town) }
            await #expect(throws: Refusal.notFound) {
                try await referents.note(.told, of: call.id, knowing: 0, by: actor, in: test.town)
            }
        }
        await #expect(throws: Refusal.notFound) { try await referents.openCall(call.id, by: test.administrator, in: test.elsewhere) }
    }

    @Test func anAgreementIsNoNewsToTell() async throws {
        let test = try await TestHouse()
        let id = try await test.askForPaul()
        let call = try #require(try await test.openCalls(id).first)
        await #expect(throws: Refusal.self) {
            try await Referents(test.house).note(.told, of: call.id, knowing: 0, by: test.guide, in: test.town)
        }
        #expect(try await test.openCalls(id).count == 1)
    }

    @Test(arguments: Engine.all) func theDayListHoldsWhatIsDueTodayAndIsJournaled(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (_, call) = try await matched(test)
        let later = try await test.askForPaul()
        let paul = try #require(try await test.openCalls(later).first)
        try await test.house.write(test.town.town) { scope in
            var paul = paul
            paul.dueAt = TestClock.start + .days(2)
            try RingBacks(scope).save(paul)
        }
        let list = try await Referents(test.house).dayList(by: test.guide, in: test.town)
        #expect(list.lines.map(\.name) == ["Odette"] && list.lines.map(\.reason) == [call.reason])
        #expect(try await test.journal(.printed) == ["day_list"])
        await #expect(throws: Refusal.notFound) {
            try await Referents(test.house).dayList(by: Actor(person: test.cast.karim.id), in: test.town)
        }
    }

    @Test func wordsAreReadOutAndTheDictatedAnswerReachesTheHelper() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let id = try await test.takeCall()
        let match = try await test.sayYes(test.cast.karim, to: id)
        let door = ConversationDoor.match(match.id, Actor(person: test.cast.karim.id))
        let conversations = Conversations(test.house)
        _ = try await conversations.send(MessageForm(["message": "Je passe mardi ?"]), id: nil, through: door, in: test.town)
        let call = try #require(try await test.openCalls(id).first { $0.reason == .message })
        test.clock.move(.hours(1))
        let referents = Referents(test.house)
        #expect(try await referents.openCall(call.id, by: test.guide, in: test.town).messages.map(\.body) == ["Je passe mardi ?"])
        for _ in 1...2 {
            try await referents.note(.told, answer: "Plutôt mercredi.", of: call.id, knowing: 0, by: test.guide, in: test.town)
        }
        let messages = try await conversations.open(door, in: test.town).messages
        #expect(messages.map(\.author) == [.helper, .referent] && messages.last?.body == "Plutôt mercredi.")
    }
}
