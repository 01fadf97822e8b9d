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
        scenario.zone = .paris
        scenario.start = LocalTime(TestClock.start, in: .paris).at(hour: 0, daysLater: 1, in: .paris)
        return scenario
    }

    @Test(arguments: [1, 2]) func theRealHouseDoesWhatTheRulesInMemoryDo(_ seed: UInt64) async throws {
        let test = try await TestHouse()
        let scenario = Self.hamlet
        let end = scenario.start + .days(12)
        let town = SimulatedTown(scenario, categories: test.town.categories, quartiers: test.town.neighbourhoods)
        let memory = Runner.run(scenario, HouseLadder.self, seed: seed, town: town, until: end)
        var rehearsal = Rehearsal(test.house, in: test.town, Play(scenario, days: scenario.days, seed: seed, town: town)) { moment in
            if moment > test.clock.now { test.clock.move(moment - test.clock.now) }
        }
        try await rehearsal.run(until: end)
        let house = rehearsal.play
        #expect(house.errands.count == memory.errands.count && house.errands.count >= 5)
        #expect(rehearsal.requests.count == house.errands.count)
        #expect(memory.errands.reduce(0) { $0 + $1.asks } > 50)
        let (asks, others) = (house.errands.reduce(0) { $0 + $1.asks }, memory.errands.reduce(0) { $0 + $1.asks })
        #expect(abs(asks - others) * 20 <= others, "asks: \(asks) in the house, \(others) in memory")
        let alike = zip(house.errands, memory.errands).count { $0.asked == $1.asked && $0.firstMatchedAt == $1.firstMatchedAt }
        #expect(alike * 10 >= house.errands.count * 9, "\(alike) of \(house.errands.count) alike")
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
