import Domain
import Testing

@testable import UseCases

/// The real ladder, checked in every state that a small town comes to: whatever happens, in whatever order, with deaths in between.
@Suite struct LadderModelTests {
    @Test(arguments: LadderPlan.all) func everyLifeKeepsThePromises(_ plan: LadderPlan) async throws {
        var plan = plan
        plan.depth += LadderPlan.further
        let clock = ContinuousClock()
        let began = clock.now
        let report = try await LadderSearch(plan).run()
        print(
            "ladder model, \(plan.name): \(report.states) states, \(report.transitions) transitions in \(plan.depth) events",
            "\(report.layers), at most \(report.longestWay) steps from anywhere to the top, in \(began.duration(to: clock.now))")
        #expect(report.broken == nil)
        #expect(report.states >= plan.least)
    }

    /// A worker that dies and whose lease runs out leads to nothing that could not be without it.
    @Test func deathsLeadNowhereElse() async throws {
        var plan = LadderPlan(
            name: "deaths", helpers: [1, 2], organisations: [.association], luck: .init(deaths: 0), depth: 4)
        let without = try await LadderSearch(plan).run()
        plan.luck.deaths = 2
        plan.deathsAreFree = true
        let with = try await LadderSearch(plan).run()
        print("ladder model, deaths: \(without.states) states without, \(with.states) with, \(with.outcomes.count) outcomes")
        #expect(without.broken == nil && with.broken == nil)
        #expect(with.states > without.states && with.outcomes == without.outcomes)
    }
}
