import Domain
import TestSupport
import Testing
import UseCases

@testable import App
@testable import Simulation

/// The rules in memory and the real house, on the same people, requests and luck.
@Suite(.serialized) struct RehearsalTests {
    /// Forty helpers and few requests: fewer are open at once than are planned together.
    private static var hamlet: Scenario {
        var scenario = Scenario(
            name: "hamlet", summary: "40 helpers", population: 2_000, area: 3, quartiers: 3, settled: 36, newcomers: 4, days: 5,
            requests: 1.2, doors: [(.web, 1)])
        scenario.hasAddresses = false
        return scenario
    }

    @Test(arguments: [1, 2]) func theRealHouseDoesWhatTheRulesInMemoryDo(_ seed: UInt64) async throws {
        let (house, memory) = try await play(Self.hamlet, seed: seed)
        expectAlike(house, memory, within: 5)
        let alike = zip(house.errands, memory.errands).count { $0.asked == $1.asked && $0.firstMatchedAt == $1.firstMatchedAt }
        // Where several clocks ring at eight in the morning, who is first is not the same in both.
        #expect(alike * 10 >= house.errands.count * 8, "\(alike) of \(house.errands.count) alike")
    }

    /// Each known scenario, so small that a database plays it in seconds, and without people above the helpers, who decide by themselves.
    @Test(arguments: [("ordinary", 0.1), ("crisis", 0.03), ("grenoble", 0.06), ("hotline", 0.006)])
    func eachScenarioIsTheSameThroughTheRealDatabase(_ name: String, _ share: Double) async throws {
        var scenario = try #require(Scenario.named(name)).scaled(to: share)
        scenario.desks = [:]
        (scenario.days, scenario.doors) = (name == "hotline" ? 20 : 8, [(.web, 1)])
        if scenario.alert != nil {
            scenario.alert = Scenario.Alert(firstDay: 3, days: 2, factor: 4, urgent: 0.5, switchDays: 4, desks: [:])
        }
        let (house, memory) = try await play(scenario, seed: 3)
        // In a crisis many begin in the same moment, and who is first is not the same in both.
        expectAlike(house, memory, within: name == "crisis" ? 20 : 5)
    }

    private func play(_ scenario: Scenario, seed: UInt64) async throws -> (house: Play, memory: Play) {
        let test = try await TestHouse()
        var scenario = scenario
        scenario.zone = .paris
        scenario.start = LocalTime(TestClock.start, in: .paris).at(hour: 0, daysLater: 1, in: .paris)
        (scenario.ladder, scenario.crisisLadder) = (test.town.town.settings.ladder, test.town.town.settings.crisisSet.ladder)
        let end = scenario.start + .days(scenario.days + 7)
        let town = SimulatedTown(scenario, categories: test.town.categories, quartiers: test.town.neighbourhoods)
        let memory = Runner.run(scenario, HouseLadder.self, seed: seed, days: scenario.days, town: town, until: end)
        var rehearsal = Rehearsal(test.house, in: test.town, Play(scenario, days: scenario.days, seed: seed, town: town)) { moment in
            if moment > test.clock.now { test.clock.move(moment - test.clock.now) }
        }
        try await rehearsal.run(until: end)
        let house = rehearsal.play
        #expect(house.errands.count == memory.errands.count && house.errands.count >= 4)
        #expect(rehearsal.requests.count == house.errands.count)
        return (house, memory)
    }

    /// - Parameter share: percent by which the asks may differ.
    private func expectAlike(_ house: Play, _ memory: Play, within share: Int) {
        let (asks, others) = (house.errands.reduce(0) { $0 + $1.asks }, memory.errands.reduce(0) { $0 + $1.asks })
        #expect(others > 20)
        #expect(abs(asks - others) * 100 <= others * share, "asks: \(asks) in the house, \(others) in memory")
        let (matched, answered) = (house.errands.count { $0.firstMatchedAt != nil }, memory.errands.count { $0.firstMatchedAt != nil })
        #expect(abs(matched - answered) <= 1, "matched: \(matched) in the house, \(answered) in memory")
    }

    @Test func onlyADemoIsRehearsedIn() throws {
        let binary = try Binary()
        #expect(try binary.run("migrate").status == 0)
        let outcome = try binary.run("simulate", "--scenario", "crisis", "--rehearsal")
        #expect(outcome.status == 1 && outcome.lines.count == 1)
        #expect(outcome.errors.contains("entraide demo"))
        #expect(try binary.run("simulate", "--scenario", "crisis", "--rehearsal", "--seeds", "2").status == 2)
    }

    @Test func aRehearsalLeavesATownToWorkIn() throws {
        let binary = try Binary()
        #expect(try binary.run("demo", "--scale", "0.02", with: ["ENTRAIDE_SMTP_URL": ""]).status == 0)
        let outcome = try binary.run("simulate", "--scenario", "crisis", "--rehearsal", "--days", "2")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("referent@exercice.demo.invalid"))
        #expect(try binary.run("town", "list").output.contains("exercice"))
    }
}
