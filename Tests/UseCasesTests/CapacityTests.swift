import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct CapacityTests {
    private static let ordinary = ["when": "every", "rhythm": "weekly"]

    private func advice(_ test: TestHouse, _ changes: [String: String] = [:]) async throws -> Capacity.Advice? {
        var form = AskingTests.form
        form.fields.merge(Self.ordinary) { _, new in new }
        form.fields.merge(changes) { _, new in new }
        form["notice"] = nil
        let choices = try await Requests(test.house).choices(for: form, in: test.facts)
        return try await Capacity(test.house).advice(before: form, choices, in: test.facts)
    }

    /// An association that takes groceries, and another that does not.
    private func organisation(_ test: TestHouse) async throws {
        let (house, owner, now) = (test.house, test.cast.administrator.id, test.clock.now)
        let (mine, other) = (try #require(test.category("groceries")).id, try #require(test.category("conversation")).id)
        let email = try #require(EmailAddress("canton@association.test"))
        try await house.write(test.town.town) { scope in
            for (name, category) in [("Secours du canton", mine), ("Les Bavards", other)] {
                try Organisations(scope).save(
                    Organisation(
                        id: house.world.id(), kind: .association, name: name, email: email, owner: owner, categories: [category],
                        createdAt: now))
            }
        }
    }

    private func measure(_ test: TestHouse) async throws { try await LoadSweep(house: test.house).turn(in: test.facts) }

    private func load(_ key: String, _ test: TestHouse, by actor: Actor? = nil) async throws -> Load? {
        let cell = LoadCell(try #require(test.category(key)).id, test.neighbourhood("les-tilleuls")?.id)
        return try await Capacity(test.house).board(by: actor ?? test.administrator, in: test.facts).loads.first { $0.cell == cell }
    }

    @Test(arguments: Engine.all) func theLoadIsMeasuredFromWorkBudgetsAndAnswers(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim) { $0.weeklyAsks = 4 }
        try await test.makeHelper(test.cast.lucie) { $0.pausedUntil = test.clock.now + .days(1) }
        try await test.makeHelper(test.cast.martine) { $0.asleepSince = test.clock.now }
        for _ in 0..<3 { _ = try await test.openRequest(Self.ordinary) }
        try await measure(test)
        let load = try #require(try await load("groceries", test))
        #expect(load.work == LoadWork(open: 3, matched: 0, expected: 3))
        #expect(load.helpers == 1, "Lucie is resting, Martine sleeps")
        #expect(abs(load.needed - 6 / AnswerRates.prior) < 1e-9)
        #expect(abs(load.allowed - 4) < 0.01, "nothing else is asked for, so all of the week goes here")
        #expect(try await self.load("groceries", test, by: test.otherGuide) == nil, "another quartier is not theirs to see")
        #expect(try await self.load("groceries", test, by: test.guide) == load)
        await #expect(throws: Refusal.notFound) { _ = try await Capacity(test.house).board(by: .visitor, in: test.facts) }
        await #expect(throws: Refusal.notFound) { _ = try await Capacity(test.house).heavy(by: .visitor, in: test.facts) }
        let heavy = try await Capacity(test.house).heavy(by: test.otherGuide, in: test.facts)
        #expect(heavy.loads.map(\.cell) == [load.cell], "callers ring from every quartier")
    }

    @Test(arguments: Engine.all) func whoIsMatchedHasOneAskLess(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim) { $0.weeklyAsks = 4 }
        let (first, _) = (try await test.openRequest(Self.ordinary), try await test.openRequest(Self.ordinary))
        _ = try await test.sayYes(test.cast.karim, to: first)
        try await measure(test)
        let load = try #require(try await load("groceries", test))
        #expect(load.work == LoadWork(open: 1, matched: 1, expected: 2))
        #expect(abs(load.allowed - 3) < 0.01)
    }

    @Test(arguments: Engine.all) func aboveTheLimitItIsSaidWhatCanBePromisedAndTheRequestIsRecorded(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim) { $0.weeklyAsks = 20 }
        #expect(try await advice(test) == nil, "nothing was measured yet")
        for _ in 0..<3 { _ = try await test.openRequest(Self.ordinary) }
        try await measure(test)
        try await organisation(test)
        let advice = try #require(try await advice(test))
        #expect(advice.notice.weeks == 2 && advice.notice.hasHelpers)
        #expect(advice.answerBy > test.clock.now && advice.organisations == ["Secours du canton"])
        #expect(!advice.alternatives.isEmpty && !advice.alternatives.contains { $0.key == "groceries" })
        #expect(try await self.advice(test, ["neighbourhood": "le-lac"]) == nil, "nothing is asked there")
        // Whatever is said, it is written down.
        let created = try await test.ask(Self.ordinary)
        #expect(try await test.request(created.request.id)?.status == .open)
        #expect(try await Capacity(test.house).advice(on: created.request, in: test.facts)?.notice == advice.notice)
        // The town's own limit.
        var fields = SettingsSection.capacity.values(of: test.facts.town)
        fields["loadLimit"] = "300"
        try await TownKeeping(test.house).change(.capacity, fields, in: test.facts.town, by: test.administrator)
        #expect(try await self.advice(test) == nil)
    }

    @Test func whoComesFirstPassesWithoutAWord() async throws {
        let test = try await TestHouse()
        for _ in 0..<3 { _ = try await test.openRequest(Self.ordinary) }
        try await measure(test)
        let nobody = try #require(try await advice(test))
        #expect(!nobody.notice.hasHelpers && nobody.notice.weeks == nil)
        #expect(try await advice(test, ["when": "now"]) == nil, "urgent")
        var request = try await test.ask(Self.ordinary).request
        request.criteria = [.cannotGoOut]
        #expect(try await Capacity(test.house).advice(on: request, in: test.facts) == nil)
    }

    @Test func theMeasureComesBackByItselfAndCountsTheAsksOfACrisis() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim) { $0.weeklyAsks = 4 }
        _ = try await test.openRequest(Self.ordinary)
        await test.work(withSchedules: true)
        #expect(abs(try #require(try await load("groceries", test)).allowed - 4) < 0.01)
        let form = CrisisForm(["reason": "Crue", "until": "2026-11-26"])
        try await CrisisSwitch(test.house).decide(form, by: test.administrator, in: test.facts)
        test.clock.move(.minutes(6))
        await test.work(withSchedules: true)
        #expect(abs(try #require(try await load("groceries", test)).allowed - 6) < 0.01)
    }
}
