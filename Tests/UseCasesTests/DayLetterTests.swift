import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct DayLetterTests {
    private func letters(_ test: TestHouse, to name: String = "martine") -> [MailMessage] {
        test.mailer.sent.filter { $0.to.address == "\(name)@clairval.test" && $0.subject.contains("à faire aujourd’hui") }
    }

    /// So many days on, at this hour of the town.
    private func go(_ test: TestHouse, days: Int = 0, hour: Int) async {
        let zone = test.town.town.timeZone
        test.moveClock(to: LocalTime(test.clock.now, in: zone).at(hour: hour, daysLater: days, in: zone))
        await test.work(withSchedules: true)
    }

    @Test(arguments: Engine.all) func itCountsAndNamesNobody(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await test.askForPaul()
        _ = try await test.openRequest(["details": "mot secret", "lastName": "Secretnom"])
        await go(test, hour: 11)
        #expect(letters(test).isEmpty, "it is Saturday")
        await go(test, days: 2, hour: 7)
        #expect(letters(test).isEmpty, "it is early")
        await go(test, hour: 8)
        let letter = try #require(letters(test).first)
        let counts = try await test.house.read(test.town.town) {
            try Referents.counts(for: test.guide, test.clock.now, of: test.town.town, in: $0)
        }
        #expect(letter.subject == "\(counts.total) choses à faire aujourd’hui")
        #expect(counts[.requests] == 1 && counts[.calls] == 1 && counts[.newcomers] == 1 && counts.total == 3)
        for line in ["1 demande vous attend", "1 personne à rappeler", "1 personne à accueillir", "/t/clairval/referent"] {
            #expect(letter.text.contains(line), "\(line)")
        }
        var words = ["Martine", "Karim", "Paul", "Jeanne", "Secretnom", "mot secret", "Saules", "Les Tilleuls"]
        words += test.town.categories.map { $0.label("fr") }
        for word in words { #expect(![letter.subject, letter.text, letter.html ?? ""].contains { $0.contains(word) }, "\(word)") }
    }

    @Test(arguments: Engine.all) func itLeavesOnceADayWhoeverSendsIt(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await test.askForPaul()
        await go(test, days: 2, hour: 8)
        #expect(letters(test).count == 1)
        let daily = DayLetter(house: test.house)
        async let first: Void = daily.sweep()
        async let second: Void = daily.sweep()
        _ = try await (first, second)
        test.clock.move(.minutes(30))
        await test.work(withSchedules: true)
        #expect(letters(test).count == 1)
        test.clock.move(.hours(-3))
        try await daily.sweep()
        test.clock.move(.hours(3))
        try await daily.sweep()
        await test.work()
        #expect(letters(test).count == 1, "a clock that goes back writes nothing twice")
        await go(test, days: 1, hour: 8)
        #expect(letters(test).count == 2)
    }

    @Test(arguments: Engine.all) func workersAtTheSameMomentWriteOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await test.askForPaul()
        test.moveClock(to: LocalTime(test.clock.now, in: test.town.town.timeZone).at(hour: 8, daysLater: 2, in: test.town.town.timeZone))
        let daily = DayLetter(house: test.house)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...4 { group.addTask { try await daily.sweep() } }
            try await group.waitForAll()
        }
        await test.work()
        #expect(letters(test).count == 1)
    }

    /// Clocks change on a Sunday of March: the Friday before and the Tuesday after Easter Monday are both at eight.
    @Test func itKeepsTheHourOfTheTownThroughTheYear() async throws {
        let test = try await TestHouse()
        _ = try await test.askForPaul()
        let zone = test.town.town.timeZone
        for day in ["2027-03-26", "2027-03-30"] {
            let midnight = try #require(CivilDay(day)).midnight(in: zone)
            let before = letters(test).count
            test.moveClock(to: LocalTime(midnight, in: zone).at(hour: 8, in: zone) - .minutes(1))
            await test.work(withSchedules: true)
            #expect(letters(test).count == before, "\(day)")
            test.clock.move(.minutes(11))
            await test.work(withSchedules: true)
            #expect(letters(test).count == before + 1, "\(day)")
        }
    }

    @Test(arguments: Engine.all) func nothingToDoIsNoMail(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await Referents(test.house).greet(test.cast.karim.id, .welcome, by: test.guide, in: test.town)
        await go(test, days: 2, hour: 8)
        #expect(letters(test).isEmpty)
    }

    @Test(arguments: Engine.all) func aReferentTurnsItOffAndOnAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await test.askForPaul()
        let referents = Referents(test.house)
        for _ in 1...2 { try await referents.turnDayMail(on: false, by: test.guide, in: test.town) }
        #expect(try await referents.todo(by: test.guide, in: test.town).isMailed == false)
        await go(test, days: 2, hour: 8)
        #expect(letters(test).isEmpty)
        try await referents.turnDayMail(on: true, by: test.guide, in: test.town)
        #expect(try await referents.todo(by: test.guide, in: test.town).isMailed == true)
        await go(test, days: 1, hour: 8)
        #expect(letters(test).count == 1)
        for actor in [test.administrator, Actor(person: test.cast.karim.id)] {
            await #expect(throws: Refusal.notFound) { try await referents.turnDayMail(on: true, by: actor, in: test.town) }
        }
    }

    @Test func theTownChoosesTheHour() async throws {
        let test = try await TestHouse()
        _ = try await test.askForPaul()
        let administrator = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        try await TownKeeping(test.house).change(.mail, ["dayMailHour": "10"], in: test.town.town, by: administrator)
        try await test.house.towns.refresh()
        await go(test, days: 2, hour: 8)
        #expect(letters(test).isEmpty)
        await go(test, hour: 10)
        #expect(letters(test).count == 1)
    }

    @Test func theColleagueHearsOfBothQuartiersAndTheAbsentOfNone() async throws {
        let test = try await TestHouse()
        try await test.makeLucieReferent()
        _ = try await test.askForPaul()
        for person in [test.cast.karim, test.cast.martine] {
            try await Referents(test.house).greet(person.id, .welcome, by: test.administrator, in: test.town)
        }
        try await test.leave(test.cast.martine, colleague: test.cast.lucie)
        await go(test, days: 2, hour: 8)
        #expect(letters(test).isEmpty)
        #expect(letters(test, to: "lucie").map(\.subject) == ["1 chose à faire aujourd’hui"])
    }
}
