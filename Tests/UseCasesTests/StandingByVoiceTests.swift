import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// A second person for somebody who reads no mail: asked by the owner on the telephone.
@Suite struct StandingByVoiceTests {
    /// Odette, whom Lucie helped once, has Karim every week.
    private func pair(_ engine: Engine = .sqlite) async throws -> (TestHouse, ID<HelpRequest>) {
        let test = try await TestHouse(on: engine)
        for person in [test.cast.karim, test.cast.lucie] { try await test.makeHelper(person) }
        let first = try await test.takeCall()
        let match = try await test.sayYes(test.cast.lucie, to: first)
        let lucie = Actor(person: test.cast.lucie.id)
        try await RequestClosing(test.house).record(OutcomeForm(["result": "helped"]), as: lucie, of: match.id, in: test.town)
        let odette = try #require(try await test.request(first)?.asker)
        let request = try await test.takeCall(["when": "every", "rhythm": "weekly", "known": odette.text])
        _ = try await test.sayYes(test.cast.karim, to: request)
        await test.work()
        return (test, request)
    }

    private func call(_ test: TestHouse, _ request: ID<HelpRequest>) async throws -> RingBack? {
        try await test.openCalls(request).first { $0.reason == .secondPerson }
    }

    private func seconds(_ test: TestHouse, _ request: ID<HelpRequest>) async throws -> [StandingSecond] {
        try await test.house.read(test.town.town) { try StandingSeconds($0).of(request) }
    }

    @Test(arguments: Engine.all) func theOwnerAsksAndNotesWhatWasSaid(_ engine: Engine) async throws {
        let (test, request) = try await pair(engine)
        let referents = Referents(test.house)
        let call = try #require(try await call(test, request))
        let opened = try await referents.openCall(call.id, by: test.guide, in: test.town)
        #expect(opened.second == ProposedSecond(request: request, person: test.cast.lucie.id, name: "Lucie P."))
        #expect(opened.helperName == "Karim R.")
        let matched = try #require(try await test.openCalls(request).first { $0.reason == .matched })
        #expect(
            try await referents.openCall(matched.id, by: test.guide, in: test.town).second != nil,
            "said at the next call, whatever it is for")
        #expect(try await referents.open(request, by: test.guide, in: test.town).second != nil)
        #expect(call.reason.results == [.leftMessage, .noAnswer, .settled], "an answer is noted where it is asked")
        for _ in 1...2 {
            try await referents.decideOnSecond(test.cast.lucie.id, isYes: true, of: request, by: test.guide, in: test.town)
        }
        await test.work()
        #expect(try await self.call(test, request) == nil, "nobody is rung for it any more")
        #expect(try await seconds(test, request).first?.awaitsHelper == true)
        #expect(test.mailer.sent.contains { $0.to.address == "lucie@clairval.test" && $0.text.contains("/deuxieme/") })
    }

    @Test func aNoEndsItAndNobodyElseMaySayIt() async throws {
        let (test, request) = try await pair()
        let referents = Referents(test.house)
        for actor in [test.otherGuide, Actor(person: test.cast.karim.id)] {
            await #expect(throws: Refusal.notFound) {
                try await referents.decideOnSecond(test.cast.lucie.id, isYes: true, of: request, by: actor, in: test.town)
            }
        }
        await #expect(throws: Refusal.notFound) {
            try await referents.decideOnSecond(test.cast.olga.id, isYes: true, of: request, by: test.guide, in: test.town)
        }
        try await referents.decideOnSecond(test.cast.lucie.id, isYes: false, of: request, by: test.guide, in: test.town)
        await test.work()
        #expect(try await call(test, request) == nil)
        #expect(try await seconds(test, request).first?.declinedAt != nil)
        #expect(!test.mailer.sent.contains { $0.to.address == "lucie@clairval.test" && $0.text.contains("/deuxieme/") })
        #expect(try await referents.open(request, by: test.guide, in: test.town).second == nil)
    }

    @Test func whoeverBecomesTheHelperIsNoSecondPersonToAskAbout() async throws {
        let (test, request) = try await pair()
        let match = try #require(try await test.match(for: request))
        try await Matching(test.house).withdraw(match.id, by: Actor(person: test.cast.karim.id), in: test.town)
        _ = try await test.sayYes(test.cast.lucie, to: request)
        #expect(try await call(test, request) == nil)
    }
}
