import Database
import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// « Pas cette fois », and then after all.
@Suite struct StandingTakingBackTests {
    private func takeBack(_ scene: StandingScene, _ day: String = StandingScene.firstDay, by actor: Actor? = nil) async throws {
        let day = try #require(CivilDay(day))
        try await scene.standing.takeBack(day, of: scene.match.id, by: actor ?? scene.karim, in: scene.test.town.town)
        await scene.test.work()
    }

    @Test(arguments: Engine.all) func whoCanComeAfterAllEndsTheSearchAndTheAskerIsTold(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, withLucie: true)
        let test = scene.test
        try await scene.miss()
        let id = try #require(try await scene.replacement())
        #expect(try await scene.view()?.missed.map(\.mayTakeBack) == [true])
        #expect(try await scene.view(scene.asker)?.missed.map(\.mayTakeBack) == [false], "it is the helper's to say")
        for _ in 1...2 { try await takeBack(scene) }
        #expect(try await test.request(id)?.status == .cancelled)
        #expect(try await test.house.read(test.town.town) { try Asks($0).open(for: id).isEmpty })
        #expect(scene.mails("vient finalement", to: scene.askerAddress).count == 1)
        let view = try #require(try await scene.view(scene.asker))
        #expect(view.missed.isEmpty && view.next == scene.morning(StandingScene.firstDay, hour: 0))
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.lucie), .yes, in: test.town)
        #expect(try await test.match(for: id) == nil, "nobody is needed any more")
        try await scene.miss()
        let again = try #require(try await scene.replacement())
        #expect(again != id, "and may yet be unable to")
    }

    @Test(arguments: Engine.all) func onceSomebodyElseSaidYesItIsTheirs(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, withLucie: true)
        let test = scene.test
        try await scene.miss()
        let id = try #require(try await scene.replacement())
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.lucie), .yes, in: test.town)
        #expect(try await scene.view()?.missed.map(\.mayTakeBack) == [false])
        try await takeBack(scene)
        #expect(try await test.match(for: id)?.helper == test.cast.lucie.id)
        #expect(try await scene.view()?.missed.map(\.standInName) == ["Lucie P."])
        #expect(scene.mails("vient finalement", to: scene.askerAddress).isEmpty)
    }

    /// A yes and the taking back at the same moment: one of them holds, never both.
    @Test(arguments: Engine.all) func ofTwoAtOnceOneHolds(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, withLucie: true)
        let test = scene.test
        try await scene.miss()
        let id = try #require(try await scene.replacement())
        let token = try await test.askToken(of: test.cast.lucie)
        await withTaskGroup { group in
            group.addTask { try? await Answering(test.house).answer(token, .yes, in: test.town) }
            group.addTask { try? await takeBack(scene) }
        }
        let isTaken = try await test.match(for: id) != nil
        #expect(try await test.request(id)?.status == (isTaken ? .matched : .cancelled))
        #expect(try await scene.replacement() == (isTaken ? id : nil))
    }

    @Test func onlyTheHelperTakesItBackAndOnlyBeforeTheDay() async throws {
        let scene = try await StandingScene(withLucie: true)
        try await scene.miss()
        for actor in [Actor(person: scene.created.request.asker), Actor(person: scene.test.cast.lucie.id)] {
            await #expect(throws: Refusal.notFound) { try await takeBack(scene, by: actor) }
        }
        await #expect(throws: Refusal.notFound) { try await takeBack(scene, "2026-11-25") }
        scene.test.moveClock(to: scene.morning("2026-11-25"))
        try await takeBack(scene)
        #expect(try await scene.replacement() != nil, "what is behind is behind")
    }

    @Test(arguments: Engine.all) func theLinkOfTheReminderDoesItToo(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, withLucie: true)
        try await scene.sweep(to: scene.morning("2026-11-23"))
        let token = try scene.token("prochaine-fois", to: "karim@clairval.test")
        try await scene.links.miss(token, in: scene.test.town.town)
        let missed = try await scene.links.reminder(token, in: scene.test.town.town)
        #expect(missed.hasMissed && missed.mayTakeBack)
        for _ in 1...2 { try await scene.links.takeBack(token, in: scene.test.town.town) }
        let back = try await scene.links.reminder(token, in: scene.test.town.town)
        #expect(!back.hasMissed && !back.mayTakeBack && !back.isOver)
        #expect(try await scene.replacement() == nil)
    }

    @Test func whoHasNotBeenRungYetIsNotRungAtAll() async throws {
        let scene = try await StandingScene(withLucie: true)
        let test = scene.test
        try await test.set("people", "email = NULL, email_index = NULL, channel = 'phone'", scene.created.request.asker.bytes)
        try await scene.miss()
        let first = try #require(try await scene.replacement())
        #expect(try await test.ringBacks(first) == ["withdrawn"])
        try await takeBack(scene)
        for request in [first, scene.request] { #expect(try await test.ringBacks(request).isEmpty) }
        // Rung already: they hear the good news too.
        try await scene.miss()
        let second = try #require(try await scene.replacement())
        try await test.house.write(test.town.town) { [now = test.clock.now] in try RingBacks($0).settle(about: second, by: nil, now: now) }
        try await takeBack(scene)
        #expect(try await test.ringBacks(scene.request) == ["confirmed"])
    }
}
