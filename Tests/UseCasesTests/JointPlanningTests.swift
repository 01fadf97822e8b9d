import Mail
import Persistence
import TestSupport
import Testing

@testable import Domain
@testable import UseCases

/// When many ask at once their waves are planned together.
@Suite struct JointPlanningTests {
    /// As many requests as set the planner going.
    private let many = LadderSettings().plannedFrom + 3

    private func crowd(_ engine: Engine, helpers: Int) async throws -> (TestHouse, [ID<HelpRequest>]) {
        let test = try await TestHouse(on: engine)
        for number in 0..<helpers { try await test.makeHelper(try await test.newPerson("h\(number)")) }
        var requests: [ID<HelpRequest>] = []
        for _ in 0..<many { requests.append(try await test.openRequest()) }
        for _ in 0..<3 { await test.work() }
        return (test, requests)
    }

    @Test(arguments: Engine.all) func scarceHelpersAreSharedOutOneEach(_ engine: Engine) async throws {
        let (test, requests) = try await crowd(engine, helpers: many)
        var asked: [ID<Person>] = []
        for request in requests {
            let own = try await test.asks(request)
            #expect(own.count == 1, "nobody has two while another has none")
            asked += own
        }
        #expect(Set(asked).count == many, "nobody is asked for two at once")
        let reasons = try await test.reasons()
        #expect(reasons.contains { ($0.plannedWith ?? 0) > 0 })
        #expect(try await test.overAsked().isEmpty)
    }

    /// The plan may come before the request's own turn.
    @Test(arguments: Engine.all) func theSecondPersonOfAPairIsAskedBeforeAllOthers(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, withLucie: true)
        let test = scene.test
        try await scene.knowLucie()
        for number in 0..<4 { try await test.makeHelper(try await test.newPerson("h\(number)")) }
        let others = [try await test.openRequest(), try await test.openRequest()]
        let day = try #require(CivilDay(StandingScene.firstDay))
        try await scene.standing.miss(day, of: scene.match.id, by: scene.karim, in: test.town.town)
        let replacement = try #require(try await scene.replacement())
        let planned = try await test.house.write(test.town.town) {
            [house = test.house, town = test.town.town, now = test.clock.now] scope in
            try JointPlanning(step: LadderStep(house: house, town: town, scope: scope, now: now)).run()
        }
        #expect(try await test.asks(replacement) == [test.cast.lucie.id], "alone and by name")
        #expect(planned.isSuperset(of: others) && !planned.contains(replacement), "the others are planned without her place")
        for other in others { #expect(try await !test.asks(other).isEmpty) }
        await test.work()
        #expect(scene.mails("/reponse/", to: "lucie@clairval.test").contains { $0.text.contains("a choisi votre proposition") })
    }

    @Test func whoSaysNoLeavesTheirPlaceToWhoeverIsLeft() async throws {
        let (test, requests) = try await crowd(.sqlite, helpers: many)
        let spare = try await test.newPerson("spare")
        try await test.makeHelper(spare)
        let first = try #require(requests.first)
        let token = try #require(test.mailer.sent.compactMap(\.askToken).first)
        try await Answering(test.house).answer(token, .no, in: test.town)
        for _ in 0..<3 { await test.work() }
        var waiting = 0
        for request in requests { waiting += try await test.openAsks(request) == 0 ? 1 : 0 }
        #expect(waiting == 0, "the spare helper took the place")
        #expect(try await test.request(first)?.status == .open)
    }
}

extension TestHouse {
    fileprivate func reasons() async throws -> [WaveReasoning] {
        let requests = try await requests().map(\.id)
        return try await house.read(town.town) { scope in try requests.compactMap { try Waves(scope).latest(for: $0)?.reasoning } }
    }

    fileprivate func openAsks(_ request: ID<HelpRequest>) async throws -> Int {
        try await house.read(town.town) { try Asks($0).open(for: request).count }
    }
}
