import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

@Suite struct AnsweringTests {
    @Test(arguments: Engine.all) func ofTwoYesesAtOnceOneMatchesAndTheOtherIsThanked(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let answering = Answering(test.house)
        for helper in [test.cast.karim, test.cast.lucie] { try await test.makeHelper(helper) { $0.weeklyAsks = 21 } }
        for _ in 0..<20 {
            let before = test.mailer.sent.count
            let request = try await test.openRequest()
            await test.work()
            let tokens = try await [test.askToken(of: test.cast.karim), test.askToken(of: test.cast.lucie)]
            try await withThrowingTaskGroup { group in
                for token in tokens { group.addTask { try await answering.answer(token, .yes, in: test.town) } }
                try await group.waitForAll()
            }
            await test.work()
            let winner = try await test.match(for: request)
            var standings: [AskStanding?] = []
            for token in tokens { standings.append(try await answering.question(token, in: test.town)?.standing) }
            let wasKarim = winner?.helper == test.cast.karim.id
            let match = try #require(winner).id
            #expect(standings == (wasKarim ? [.yes(match), .taken] : [.taken, .yes(match)]))
            let loser = wasKarim ? "lucie@clairval.test" : "karim@clairval.test"
            #expect(test.mailer.sent.dropFirst(before).filter { $0.subject.contains("quelqu’un a pu aider") }.map(\.to.address) == [loser])
        }
    }

    @Test(arguments: Engine.all) func notForAWhileRestsTwoWeeks(_ engine: Engine) async throws {
        let (test, token) = try await asked(on: engine)
        let answering = Answering(test.house)
        for _ in 0..<2 { try await answering.answer(token, .later, in: test.town) }
        let question = try await answering.question(token, in: test.town)
        #expect(question?.standing == .later)
        #expect(question?.restsUntil == TestClock.start + .days(14))
        let next = try await test.openRequest()
        await test.work()
        #expect(try await test.asks(next).isEmpty)
    }

    @Test func aSecondThoughtIsWelcomeAndARepeatHarmless() async throws {
        let (test, token) = try await asked(on: .sqlite)
        let answering = Answering(test.house)
        try await answering.answer(token, .no, in: test.town)
        #expect(try await answering.question(token, in: test.town)?.standing == .no)
        for reply in [Answering.Reply.yes, .yes, .no, .later] { try await answering.answer(token, reply, in: test.town) }
        guard case .yes = try await answering.question(token, in: test.town)?.standing else {
            Issue.record("the yes did not hold")
            return
        }
    }

    @Test func anOldLinkSaysSo() async throws {
        let (test, token) = try await asked(on: .sqlite)
        test.clock.move(.days(8))
        try await Answering(test.house).answer(token, .yes, in: test.town)
        #expect(try await Answering(test.house).question(token, in: test.town)?.standing == .expired)
    }

    @Test func aRequestThatIsGoneNeedsNoYes() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        await test.work()
        let token = try await test.askToken(of: test.cast.karim)
        try await test.cancel(request)
        try await Answering(test.house).answer(token, .yes, in: test.town)
        #expect(try await Answering(test.house).question(token, in: test.town)?.standing == .over)
    }

    @Test func theTokenOpensNothingElsewhere() async throws {
        let (test, token) = try await asked(on: .sqlite)
        #expect(try await Answering(test.house).question(token, in: test.elsewhere) == nil)
        await #expect(throws: Refusal.notFound) { try await Answering(test.house).answer(token, .yes, in: test.elsewhere) }
        await #expect(throws: Refusal.notFound) { try await Answering(test.house).answer(Token(), .yes, in: test.town) }
    }

    @Test func trustLostMeanwhileCounts() async throws {
        let (test, token) = try await asked(on: .sqlite)
        try await test.makeHelper(test.cast.karim, tier: .remote)
        await #expect(throws: Refusal(.forbidden, "refusal.tierCharter")) {
            try await Answering(test.house).answer(token, .yes, in: test.town)
        }
    }

    /// Karim was asked for a request.
    private func asked(on engine: Engine) async throws -> (TestHouse, Token) {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        _ = try await test.openRequest()
        await test.work()
        return (test, try await test.askToken(of: test.cast.karim))
    }
}
