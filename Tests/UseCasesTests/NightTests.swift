import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct NightTests {
    private static let ordinary = ["when": "every", "rhythm": "weekly"]
    /// From ten in the morning to eleven at night.
    private static let untilNight = Duration.hours(13)

    @Test(arguments: Engine.all) func nobodyIsAskedByNight(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        test.clock.move(Self.untilNight)
        try await test.makeHelper(test.cast.karim)
        let request = try await test.openRequest()
        await test.work()
        #expect(try await test.asks(request).isEmpty)
        #expect(try await test.steps(request) == [TestClock.start + .hours(22)])
        test.clock.move(.hours(9))
        await test.work()
        #expect(try await test.asks(request).count == 1)
    }

    @Test(arguments: Engine.all) func whatIsUrgentReachesOnlyThoseWhoAgreed(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        test.clock.move(Self.untilNight)
        try await test.makeHelper(test.cast.karim)
        try await test.makeHelper(test.cast.lucie) { $0.acceptsNights = true }
        let ordinary = try await test.openRequest(Self.ordinary)
        let urgent = try await test.openRequest()
        let due = try await test.request(urgent)?.rungDue
        await test.work()
        #expect(try await test.asks(ordinary).isEmpty)
        #expect(try await test.asks(urgent) == [test.cast.lucie.id])
        let reasoning = try await test.house.read(test.town.town) { try Waves($0).latest(for: urgent)?.reasoning }
        #expect(reasoning?.excluded == [.night: 1])
        #expect(try await test.request(urgent)?.rungDue == due, "the clock of the rung stands still")
        #expect(try await test.steps(urgent) == [TestClock.start + .hours(22)], "nobody else is to be woken")
        test.clock.move(.hours(9))
        await test.work()
        #expect(Set(try await test.asks(urgent)) == [test.cast.lucie.id, test.cast.karim.id])
    }

    @Test(arguments: Engine.all) func wavesGoOnByNightWhileSomebodyAgreedToThem(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        test.clock.move(.hours(10) + .minutes(45))
        for number in 0..<14 {
            try await test.makeHelper(try await test.newPerson("h\(number)")) {
                // Whoever joined first is asked first.
                if number > 11 { ($0.acceptsNights, $0.joinedAt) = (true, $0.joinedAt + .seconds(1)) }
            }
        }
        let urgent = try await test.openRequest()
        await test.work()
        #expect(try await test.asks(urgent).count == 11, "a quarter of an hour before night")
        test.clock.move(.minutes(30))
        await test.work()
        let woken = try await test.asks(urgent).dropFirst(11)
        #expect(woken.count == 2)
        for helper in woken {
            #expect(try await test.house.read(test.town.town) { try Helpers($0).find(helper)?.acceptsNights } == true)
        }
        test.clock.move(.minutes(30))
        await test.work()
        #expect(try await test.asks(urgent).count == 13)
        #expect(try await test.steps(urgent) == [TestClock.start + .hours(22)])
    }

    @Test(arguments: Engine.all) func manyRequestsPlannedTogetherWakeNobodyElse(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        test.clock.move(Self.untilNight)
        try await test.makeHelper(test.cast.karim) { $0.weeklyAsks = 20 }
        try await test.makeHelper(test.cast.lucie) { ($0.weeklyAsks, $0.acceptsNights) = (20, true) }
        var urgent: Set<ID<HelpRequest>> = []
        for number in 0..<14 {
            let request = try await test.openRequest(number % 2 == 0 ? [:] : Self.ordinary)
            if number % 2 == 0 { urgent.insert(request) }
        }
        await test.work()
        let asked = try await test.house.read(test.town.town) { [urgent] scope in
            try urgent.flatMap { try Asks(scope).open(for: $0) }
        }
        #expect(!asked.isEmpty && asked.allSatisfy { $0.helper == test.cast.lucie.id })
        #expect(Set(test.mailer.sent.filter { $0.text.contains("/reponse/") }.map(\.to.address)) == ["lucie@clairval.test"])
        #expect(test.mailer.sent.count { $0.text.contains("/reponse/") } == asked.count, "none of the ordinary ones")
    }

    @Test func theMailOfTheNightSaysWhyItComesAndHowToStopIt() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.lucie) { $0.acceptsNights = true }
        _ = try await test.openRequest()
        await test.work()
        test.clock.move(Self.untilNight)
        _ = try await test.openRequest()
        await test.work()
        let asks = test.mailer.sent.filter { $0.text.contains("/reponse/") }
        let sentence = "parce que la demande est urgente et que vous avez coché"
        #expect(asks.map { $0.text.contains(sentence) } == [false, true], "not by day")
        let night = try #require(asks.last)
        #expect(
            night.text.contains("On peut m’écrire la nuit")
                && night.text.contains("http://entraide.test/t/clairval/mon-compte/disponibilites"))
        #expect(night.html?.contains(sentence) == true)
    }

    @Test func whatWasAgreedIsInTheFileOfOnesData() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim) { $0.acceptsNights = true }
        let file = try await Exporting(test.house).file(of: try await test.viewer(test.cast.karim), in: test.town)
        let facts = file.chapters.first { $0.name == "availability" }?.entries.first
        #expect("\(facts ?? [])".contains("\"acceptsNights\", value: Domain.PersonalFile.Value.flag(true)"))
    }

    @Test func aCrisisHasItsOwnNight() async throws {
        let test = try await TestHouse()
        var fields = SettingsSection.crisis.values(of: test.facts.town)
        (fields["dayStartsAt"], fields["dayEndsAt"]) = ("6", "23")
        try await TownKeeping(test.house).change(.crisis, fields, in: test.facts.town, by: test.administrator)
        try await CrisisSwitch(test.house).decide(
            CrisisForm(["reason": "Inondation", "until": "2026-11-26"]), by: test.administrator, in: test.facts)
        try await test.makeHelper(test.cast.karim)
        try await test.makeHelper(test.cast.lucie) { $0.acceptsNights = true }
        test.clock.move(.hours(12))
        let evening = try await test.openRequest()
        await test.work()
        #expect(try await test.asks(evening).count == 2, "22 h is day in this crisis")
        test.clock.move(.hours(1))
        let late = try await test.openRequest()
        await test.work()
        #expect(try await test.asks(late) == [test.cast.lucie.id])
    }
}
