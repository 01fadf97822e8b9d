import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// The question of the month, sleep after two silences, and every way back.
@Suite struct ReserveTests {
    private func helping(_ engine: Engine) async throws -> (TestHouse, Person) {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        return (test, test.cast.karim)
    }

    @Test(arguments: Engine.all) func oneMailAMonthWhoeverSendsIt(_ engine: Engine) async throws {
        let (test, karim) = try await helping(engine)
        test.clock.move(.days(29))
        try await test.sweepReserve()
        #expect(test.stillAvailableMails(to: karim).isEmpty)
        test.clock.move(.days(3))
        async let first: Void = test.sweepReserve()
        async let second: Void = test.sweepReserve()
        _ = try await (first, second)
        #expect(test.stillAvailableMails(to: karim).count == 1)
        for step in [Duration.days(-20), .days(45), .days(-2), .hours(1)] {
            test.clock.move(step)
            try await test.sweepReserve()
        }
        #expect(test.stillAvailableMails(to: karim).count == 1, "whatever the clock does within a month")
        test.clock.move(.days(10))
        try await test.sweepReserve()
        #expect(test.stillAvailableMails(to: karim).count == 2)
        #expect(try await test.helper(karim)?.isAsleep == false)
    }

    @Test(arguments: Engine.all) func twoSilencesAreSleepAndThenNothingIsAskedAnyMore(_ engine: Engine) async throws {
        let (test, karim) = try await helping(engine)
        let offer = try await test.keptOffer(of: karim)
        try await test.fallAsleep(karim)
        #expect(try await test.offerStatus(offer.id) == .reserved)
        #expect(try await test.publicOffers().isEmpty)
        for _ in 1...3 {
            test.clock.move(.days(40))
            try await test.sweepReserve()
        }
        #expect(test.stillAvailableMails(to: karim).count == 2 && test.welcomes(to: karim) == 0)
        let request = try await test.openRequest()
        await test.work()
        #expect(try await test.request(request)?.rung == .wider, "nobody near is awake")
        #expect(try await test.asks(request) == [karim.id])
    }

    @Test(arguments: Engine.all) func lookingIsNoAnswerAndAYesRenews(_ engine: Engine) async throws {
        let (test, karim) = try await helping(engine)
        let offer = try await test.keptOffer(of: karim)
        test.clock.move(.days(32))
        try await test.sweepReserve()
        let (still, token) = (StillAvailable(test.house), try test.renewalToken(of: karim))
        #expect(try await still.question(token, in: test.town.town).answer == nil)
        await #expect(throws: Refusal.notFound) { try await still.question(token, in: test.elsewhere.town) }
        await #expect(throws: Refusal.notFound) { try await still.answer(token, .stop, in: test.elsewhere.town) }
        for _ in 1...2 { try await still.answer(token, .yes, in: test.town.town) }
        let now = test.clock.now
        let question = try await still.question(token, in: test.town.town)
        #expect(question.answer == .yes && !question.isBack && question.hasReservedOffers)
        #expect(try await test.house.read(test.town.town) { try Offers($0).find(offer.id)?.updatedAt } == now)
        test.clock.move(.days(29))
        try await test.sweepReserve()
        #expect(test.stillAvailableMails(to: karim).count == 1)
        test.clock.move(.days(3))
        try await test.sweepReserve()
        test.clock.move(.days(32))
        try await test.sweepReserve()
        #expect(try await test.helper(karim)?.isAsleep == false, "one silence since the answer")
    }

    @Test(arguments: Engine.all) func aRestAndAnEnd(_ engine: Engine) async throws {
        let (test, karim) = try await helping(engine)
        test.clock.move(.days(32))
        try await test.sweepReserve()
        let (still, token) = (StillAvailable(test.house), try test.renewalToken(of: karim))
        try await still.answer(token, .pause, in: test.town.town)
        let until = try #require(try await test.helper(karim)?.pausedUntil)
        #expect(until - test.clock.now > .days(88) && until - test.clock.now < .days(93))
        test.clock.move(.days(5))
        try await still.answer(token, .pause, in: test.town.town)
        #expect(try await test.helper(karim)?.pausedUntil == until, "the same twice is once")
        test.clock.move(.days(70))
        try await test.sweepReserve()
        #expect(test.stillAvailableMails(to: karim).count == 1, "nobody is asked who rests")
        try await still.answer(token, .yes, in: test.town.town)
        #expect(try await test.helper(karim)?.pausedUntil == nil)
        try await still.answer(token, .stop, in: test.town.town)
        #expect(try await test.helper(karim)?.isActive == false)
        try await still.answer(token, .yes, in: test.town.town)
        #expect(try await test.helper(karim)?.isActive == false, "a way back leads through the own page")
        #expect(try await still.question(token, in: test.town.town).isStopped)
    }

    @Test(arguments: Engine.all) func anOldLinkWakesAndWelcomesOnce(_ engine: Engine) async throws {
        let (test, karim) = try await helping(engine)
        try await test.fallAsleep(karim)
        let (still, token) = (StillAvailable(test.house), try test.renewalToken(of: karim))
        for _ in 1...2 { try await still.answer(token, .yes, in: test.town.town) }
        await test.work()
        let helper = try #require(try await test.helper(karim))
        #expect(!helper.isAsleep && helper.returnedAt == test.clock.now && helper.lastTurn == nil)
        #expect(test.welcomes(to: karim) == 1)
        #expect(try await still.question(token, in: test.town.town).isBack)
        let request = try await test.openRequest()
        await test.work()
        #expect(try await test.asks(request) == [karim.id])
        try await test.fallAsleep(karim)
        try await still.answer(token, .yes, in: test.town.town)
        #expect(try await test.helper(karim)?.isAsleep == false, "the same link, and asleep again since")
    }

    @Test(arguments: Engine.all) func signingInWakes(_ engine: Engine) async throws {
        let (test, karim) = try await helping(engine)
        try await test.fallAsleep(karim)
        let mail = try await SignInMail(test, to: "karim@clairval.test")
        _ = try await SigningIn(test.house).enter(by: mail.link, from: Browser(device: "Firefox"), in: test.town.town)
        await test.work()
        #expect(try await test.helper(karim)?.isAsleep == false && test.welcomes(to: karim) == 1)
        test.clock.move(.days(27))
        try await test.sweepReserve()
        #expect(test.stillAvailableMails(to: karim).count == 2, "a visit is a sign of life")
    }

    @Test func aVisitInAnOpenSessionAndAYesWakeToo() async throws {
        let (test, karim) = try await helping(.sqlite)
        let mail = try await SignInMail(test, to: "karim@clairval.test")
        let entry = try await SigningIn(test.house).enter(by: mail.link, from: Browser(device: "Firefox"), in: test.town.town)
        test.clock.move(.days(20))
        let helper = try #require(try await test.helper(karim))
        func sleep() async throws {
            var asleep = helper
            asleep.asleepSince = test.clock.now - .days(1)
            let made = asleep
            try await test.house.write(test.town.town) { try Helpers($0).save(made) }
        }
        try await sleep()
        _ = try await SignedIn(test.house).viewer(try #require(entry).session, in: test.town.town)
        #expect(try await test.helper(karim)?.isAsleep == false)
        try await sleep()
        _ = try await test.sayYes(karim, to: try await test.openRequest())
        #expect(try await test.helper(karim)?.isAsleep == false)
    }

    @Test func whoHelpsRestsOrNeverWantedToBeAskedIsNotAsked() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        try await test.makeHelper(test.cast.lucie) { $0.weeklyAsks = 0 }
        try await test.makeHelper(test.cast.moderator) { $0.isActive = false }
        try await test.makeHelper(test.cast.martine) { [test] in $0.pausedUntil = test.clock.now + .days(200) }
        _ = try await test.sayYes(test.cast.karim, to: try await test.openRequest())
        test.clock.move(.days(100))
        try await test.sweepReserve()
        for person in [test.cast.karim, test.cast.lucie, test.cast.moderator, test.cast.martine] {
            #expect(test.stillAvailableMails(to: person).isEmpty, "\(person.firstName)")
        }
    }

    @Test func nobodyIsAskedAtNight() async throws {
        let (test, karim) = try await helping(.sqlite)
        let zone = test.town.town.timeZone
        test.moveClock(to: LocalTime(test.clock.now, in: zone).at(hour: 3, daysLater: 40, in: zone))
        try await test.sweepReserve()
        #expect(test.stillAvailableMails(to: karim).isEmpty)
        test.clock.move(.hours(6))
        await test.work(withSchedules: true)
        await test.work()
        #expect(test.stillAvailableMails(to: karim).count == 1)
    }

    @Test(arguments: Engine.all) func aLongListIsAskedWhole(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        var people: [Person] = []
        for number in 1...(ReserveSweep.batch + 3) { people.append(try await test.newPerson("voisin\(number)")) }
        for person in people { try await test.makeHelper(person) }
        test.clock.move(.days(32))
        try await test.sweepReserve()
        #expect(people.allSatisfy { test.stillAvailableMails(to: $0).count == 1 })
    }
}
