import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct CrisisSwitchTests {
    private func decide(_ test: TestHouse, _ reason: String = "Inondation", until day: String = "2026-11-26") async throws {
        let form = CrisisForm(["reason": reason, "until": day])
        try await CrisisSwitch(test.house).decide(form, by: test.administrator, in: test.facts)
    }

    private func end(_ test: TestHouse) async throws {
        try await CrisisSwitch(test.house).end(by: test.administrator, in: test.facts)
    }

    private func board(_ test: TestHouse) async throws -> CrisisSwitch.Board {
        try await CrisisSwitch(test.house).board(by: test.administrator, in: test.facts)
    }

    private func mails(_ test: TestHouse, _ subject: String) -> [String] {
        test.mailer.sent.filter { $0.subject == subject }.map(\.to.address).sorted()
    }

    /// As a visitor asks, whose page knows of the crisis.
    private func open(_ changes: [String: String], _ test: TestHouse) async throws -> ID<HelpRequest> {
        var form = AskingTests.form
        form.fields.merge(changes) { _, new in new }
        return try await Requests(test.house).ask(form, in: test.facts, by: .visitor, language: "fr", door: .web).request.id
    }

    private static let staff = ["admin@clairval.test", "ariane@clairval.test", "martine@clairval.test", "mona@clairval.test"]

    @Test(arguments: Engine.all) func switchedOnAllFollowAndStaffAreTold(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let before = try await test.house.database.read { try TownVersions($0).all()[test.town.town.id]?.settings ?? 0 }
        try await decide(test)
        try await decide(test)
        await test.work()
        #expect(test.facts.town.ladder(at: test.clock.now) == test.facts.town.settings.crisisSet.ladder)
        #expect(mails(test, "Clairval : le mode crise est en service") == Self.staff, "once each, and the same twice is once")
        #expect(try await test.journal(.decided) == ["crisis"])
        let after = try await test.house.database.read { try TownVersions($0).all()[test.town.town.id]?.settings ?? 0 }
        #expect(after == before + 1, "other processes hear of it")
        // Another process, which knows the database alone.
        let other = TownDirectory(database: test.house.database, keys: test.house.keys, isGeocoding: false)
        try await other.refresh()
        #expect(other.town(slug: "clairval")?.town.isInCrisis(at: test.clock.now) == true)
        #expect(other.town(slug: "ailleurs")?.town.isInCrisis(at: test.clock.now) == false)
    }

    @Test(arguments: Engine.all) func itEndsByItselfAtItsDate(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await decide(test, until: "2026-11-24")
        test.clock.move(.days(1) + .hours(14) + .minutes(1))
        await test.work(withSchedules: true)
        test.clock.move(.minutes(11))
        await test.work(withSchedules: true)
        #expect(mails(test, "Clairval : le mode crise s’arrête bientôt") == Self.staff, "once, two days before")
        test.clock.move(.days(2) - .minutes(13))
        let last = test.facts.town
        #expect(last.isInCrisis(at: test.clock.now) && last.ladder(at: test.clock.now) == last.settings.crisisSet.ladder)
        test.clock.move(.minutes(1))
        #expect(last.ladder(at: test.clock.now) == last.settings.ladder, "whatever the sweep does")
        await test.work(withSchedules: true)
        test.clock.move(.minutes(11))
        await test.work(withSchedules: true)
        #expect(mails(test, "Clairval : le mode crise est terminé") == Self.staff)
        #expect(test.facts.town.shownCrisis == nil)
        let board = try await board(test)
        #expect(board.current == nil && board.past.count == 1)
        #expect(board.past.first?.crisis.endedBy == nil && board.past.first?.crisis.endedAt == board.past.first?.crisis.until)
    }

    @Test(arguments: Engine.all) func aNewDateIsANewDecisionWithoutAGap(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await decide(test)
        test.clock.move(.hours(3))
        try await decide(test, "La crue dure", until: "2026-12-02")
        await test.work()
        #expect(mails(test, "Clairval : la fin du mode crise a changé") == Self.staff)
        #expect(mails(test, "Clairval : le mode crise est terminé").isEmpty)
        let board = try await board(test)
        #expect(board.current?.crisis.reason == "La crue dure" && board.past.map(\.crisis.reason) == ["Inondation"])
        #expect(board.current?.crisis.from == board.past.first?.crisis.endedAt)
        try await end(test)
        try await end(test)
        await test.work()
        #expect(mails(test, "Clairval : le mode crise est terminé") == Self.staff)
        #expect(try await test.journal(.revoked) == ["crisis"])
        #expect(try await self.board(test).past.first?.enderName == "Ariane B.")
    }

    /// The promise made before the switch is kept or bettered; what the switch promised is kept after it.
    @Test(arguments: Engine.all) func whatIsInFlightIsKeptWhole(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let ordinary = try await test.openRequest(["when": "every", "rhythm": "weekly"])
        let urgent = try await test.openRequest(["when": "now"])
        await test.work()
        let promised = try #require(try await test.request(ordinary)?.rungDue)
        let whole = try #require(try await test.request(ordinary)?.promise)
        let (soon, asked) = (try #require(try await test.request(urgent)?.rungDue), try await test.asks(urgent))
        test.clock.move(.minutes(10))
        try await decide(test)
        await test.work()
        let hastened = try #require(try await test.request(ordinary)?.rungDue)
        #expect(hastened < promised && hastened > test.clock.now)
        #expect(try #require(try await test.request(ordinary)?.promise) < whole, "what the asker was told is bettered too")
        #expect(try await test.request(urgent)?.rungDue == soon, "nearer than the crisis would have it: it stays")
        #expect(try await test.asks(urgent) == asked)
        let during = try await open(["when": "every", "rhythm": "weekly"], test)
        let promise = try #require(try await test.request(during)?.rungDue)
        await test.work()
        try await end(test)
        await test.work()
        #expect(try await test.request(during)?.rungDue == promise && promise <= hastened)
        #expect(try await test.request(ordinary)?.rungDue == hastened)
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.karim), .yes, in: test.facts)
        #expect(try await [ordinary, urgent, during].asyncCount { try await test.request($0)?.status == .matched } == 1)
    }

    @Test func helpersReadTheTownsWordsWhileItLasts() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim) { $0.weeklyAsks = 20 }
        var fields = SettingsSection.crisis.values(of: test.facts.town)
        fields["crisisAsk-fr"] = "La Durance déborde : restez à pied."
        try await TownKeeping(test.house).change(.crisis, fields, in: test.facts.town, by: test.administrator)
        _ = try await test.openRequest()
        await test.work()
        try await decide(test)
        _ = try await test.openRequest()
        await test.work()
        let asks = test.mailer.sent.filter { $0.text.contains("/reponse/") }.map { $0.text.contains("La Durance déborde") }
        #expect(asks == [false, true])
    }

    @Test func onlyAdministratorsKnowOfTheSwitch() async throws {
        let test = try await TestHouse()
        let form = CrisisForm(["reason": "Neige", "until": "2026-11-22"])
        for actor in [Actor.visitor, test.guide, Actor(person: test.cast.officer.id, roles: [Role(.dpo)])] {
            await #expect(throws: Refusal.notFound) { try await CrisisSwitch(test.house).decide(form, by: actor, in: test.facts) }
            await #expect(throws: Refusal.notFound) { try await CrisisSwitch(test.house).end(by: actor, in: test.facts) }
            await #expect(throws: Refusal.notFound) { _ = try await CrisisSwitch(test.house).board(by: actor, in: test.facts) }
        }
        #expect(try await test.house.read(test.town.town) { try Crises($0).latest(9) }.isEmpty)
    }

    @Test func whoDecidedAndLeftIsNotNamedAnyMore() async throws {
        let test = try await TestHouse()
        try await decide(test)
        let file = try await Exporting(test.house).file(of: try await test.viewer(test.cast.administrator), in: test.facts)
        let chapter = "\(file.chapters.first { $0.name == "crises" }?.entries ?? [])"
        #expect(chapter.contains("Inondation"))
        try await Erasing(test.house).erase(try await test.viewer(test.cast.administrator), in: test.facts)
        let other = try #require(try await test.house.read(test.town.town) { try Staff($0).holding(.administrator) }.first)
        let actor = Actor(person: other, roles: [Role(.administrator)])
        let board = try await CrisisSwitch(test.house).board(by: actor, in: test.facts)
        #expect(board.current?.deciderName == "" && board.current?.crisis.reason == "Inondation")
    }
}

extension [ID<HelpRequest>] {
    fileprivate func asyncCount(where isCounted: (ID<HelpRequest>) async throws -> Bool) async rethrows -> Int {
        var count = 0
        for one in self where try await isCounted(one) { count += 1 }
        return count
    }
}
