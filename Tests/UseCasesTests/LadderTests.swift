import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing

@testable import UseCases

@Suite struct LadderTests {
    @Test(arguments: Engine.all) func nearHelpersAreAskedByMailAndNothingIsSaidOfWhoAsks(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        try await test.makeHelper(test.cast.lucie)
        let request = try await test.openRequest(["details": "Deux sacs"])
        for _ in 0..<2 { await test.work() }
        let asks = test.mailer.sent.filter { $0.text.contains("/reponse/") }
        #expect(Set(asks.map(\.to.address)) == ["karim@clairval.test", "lucie@clairval.test"])
        for ask in asks {
            #expect(ask.text.contains("Les Tilleuls"))
            for secret in ["Jeanne", "Durand", "Lilas", "Deux sacs"] { #expect(!ask.text.contains(secret)) }
        }
        #expect(try await test.asks(request).count == 2)
        #expect(try await test.steps(request) == [TestClock.start + .minutes(30)])
    }

    @Test(arguments: Engine.all) func wavesComeOneAfterTheOtherThenTheWiderRingThenTheOwner(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for number in 0..<14 { try await test.makeHelper(try await test.newPerson("h\(number)")) }
        let request = try await test.openRequest()
        await test.work()
        // Of eleven who say yes one time in five, one says yes nine times in ten.
        #expect(try await test.asks(request).count == 11)
        test.clock.move(.minutes(29))
        await test.work()
        #expect(try await test.asks(request).count == 11)
        test.clock.move(.minutes(1))
        await test.work()
        #expect(try await test.asks(request).count == 14)
        test.clock.move(.minutes(30))
        await test.work()
        #expect(try await test.request(request)?.rung == .wider)
        test.clock.move(.minutes(59))
        await test.work()
        #expect(try await test.request(request)?.rung == .wider, "those who were asked have the whole time")
        test.clock.move(.minutes(1))
        await test.work()
        let climbed = try await test.request(request)
        #expect(climbed?.rung == .referent)
        #expect(climbed?.climbed == [.helpers, .wider])
        #expect(climbed?.owner == test.cast.martine.id)
        let mails = test.mailer.sent.filter { $0.to.address == "martine@clairval.test" }
        #expect(mails.count == 1)
        #expect(mails.first?.text.contains("/t/clairval/referent") == true)
    }

    @Test(arguments: Engine.all) func afterTheReferentsTimeTheDutyAdministratorIsRemindedUntilItIsDone(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await test.openRequest()
        await test.work()
        #expect(try await test.request(request)?.rung == .referent)
        test.clock.move(.hours(2))
        for _ in 0..<2 { await test.work() }
        let last = try #require(try await test.request(request))
        #expect(last.rung == .duty)
        #expect(last.owner != test.cast.martine.id)
        #expect(last.rungDue == test.clock.now + .hours(2))
        test.clock.move(.hours(2))
        await test.work()
        #expect(try await test.request(request)?.rung == .duty)
        #expect(try await test.request(request)?.climbed == [.helpers, .wider, .referent])
        #expect(
            test.mailer.sent.filter { $0.subject.contains("attend votre réponse") || $0.text.contains("/t/clairval/referent") }.count == 3)
    }

    /// At the top each new clock asks whoever signed up meanwhile, once; distress and the night stay without them.
    @Test(arguments: Engine.all) func theTopAsksWhoeverIsNew(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await test.openRequest()
        await test.work()
        test.clock.move(.hours(2))
        await test.work()
        #expect(try await test.request(request)?.rung == .duty)
        try await test.makeHelper(test.cast.karim)
        test.clock.move(.hours(2))
        await test.work()
        #expect(try await test.asks(request) == [test.cast.karim.id])
        test.clock.move(.hours(2))
        await test.work()
        #expect(try await test.asks(request) == [test.cast.karim.id], "nobody is asked twice")
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.karim), .yes, in: test.town)
        #expect(try await test.request(request)?.status == .matched)
    }

    @Test(arguments: Engine.all) func fromTheTopAReserveIsAskedThatIsCalledOutSinceAndTheTopComesAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeOrganisation("reserve", .communalReserve)
        let request = try await test.openRequestForOrganisations()
        #expect(try await test.request(request)?.rung == .duty)
        try await test.callOut()
        try await test.leaveReferent()
        #expect(try await test.request(request)?.rung == .reserve)
        #expect(try await test.organisationAnswers(request) == ["reserve asked"])
        try await test.leaveReferent()
        let back = try #require(try await test.request(request))
        #expect(back.rung == .duty && back.climbed == [.helpers, .wider, .referent, .reserve])
        #expect(try await test.steps(request) == [test.clock.now + .hours(2)])
    }

    @Test func nobodyToAskMeansTheOwnerAtOnce() async throws {
        let test = try await TestHouse()
        let request = try await test.openRequest()
        await test.work()
        #expect(try await test.request(request)?.rung == .referent)
        #expect(try await test.steps(request) == [TestClock.start + .hours(2)])
    }

    @Test(arguments: Engine.all) func whenAllHaveSaidNoTheOwnerNeedNotWait(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        await test.work()
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.karim), .no, in: test.town)
        #expect(try await test.request(request)?.rung == .helpers)
        await test.work()
        #expect(try await test.request(request)?.rung == .referent)
    }

    @Test(arguments: Engine.all) func twoWorkersAskOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for helper in [test.cast.karim, test.cast.lucie] { try await test.makeHelper(helper) { $0.weeklyAsks = 20 } }
        let requests = try await [test.openRequest(), test.openRequest(), test.openRequest(), test.openRequest()]
        await withTaskGroup { group in
            for _ in 0..<3 { group.addTask { await test.work() } }
        }
        for request in requests { #expect(try await test.asks(request).count == 2) }
        #expect(test.mailer.sent.filter { $0.text.contains("/reponse/") }.count == 8)
    }

    @Test func aRequestThatIsGoneAsksNobody() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        try await test.cancel(request)
        await test.work()
        #expect(try await test.asks(request).isEmpty)
    }

    @Test(arguments: Engine.all) func aLostStepIsFound(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await test.openRequest()
        try await test.loseJobs()
        test.clock.move(.hours(1) + .minutes(5))
        try await Ladder(test.house).climbOverdue(in: test.town.town)
        #expect(try await test.request(request)?.rung == .helpers)
        test.clock.move(.minutes(6))
        for _ in 0..<2 { try await Ladder(test.house).climbOverdue(in: test.town.town) }
        #expect(try await test.request(request)?.rung == .wider)
        try await test.loseJobs()
        test.clock.move(.hours(1))
        for _ in 0..<2 { try await Ladder(test.house).climbOverdue(in: test.town.town) }
        #expect(try await test.request(request)?.rung == .referent)
        await test.work()
        #expect(test.mailer.sent.filter { $0.to.address == "martine@clairval.test" }.count == 1)
    }

    @Test(arguments: Engine.all) func afterAWithdrawalOthersAreAsked(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        await test.work()
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.karim), .yes, in: test.town)
        let found = try await test.match(for: request)
        let match = try #require(found)
        #expect(match.origin == .ask)
        try await test.makeHelper(test.cast.lucie)
        try await Matching(test.house).withdraw(match.id, by: Actor(person: test.cast.karim.id), in: test.town)
        await test.work()
        #expect(Set(try await test.asks(request)) == [test.cast.karim.id, test.cast.lucie.id])
    }
}
