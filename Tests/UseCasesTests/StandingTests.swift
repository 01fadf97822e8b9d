import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// A pair, its days, and a day that falls out.
@Suite struct StandingTests {
    @Test(arguments: Engine.all) func recurringHelpKeepsItsHelperAndAsksNoOutcome(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, agreeing: false)
        let test = scene.test
        let before = try #require(try await scene.view())
        #expect(before.next == nil && before.second == .none && before.side == .helper)
        test.clock.move(.days(10))
        await test.work()
        #expect(scene.mails("Comment cela s’est passé", to: scene.askerAddress).isEmpty)
        #expect(try await test.ringBacks(scene.request).isEmpty)
        try await scene.standing.agree(on: "2026-12-08", through: scene.asker, in: test.town.town)
        #expect(try await scene.view(scene.asker)?.next == scene.morning("2026-12-08", hour: 0))
        test.moveClock(to: scene.morning("2026-12-09"))
        #expect(try await scene.view()?.next == scene.morning("2026-12-15", hour: 0))
        #expect(try await test.request(scene.request)?.status == .matched, "week after week")
    }

    @Test func aFirstDayIsOfTheFutureAndOfTheTwo() async throws {
        let scene = try await StandingScene(agreeing: false)
        for (typed, key) in [("hier", "refusal.date"), ("2026-11-20", "refusal.datePast"), ("2028-01-01", "refusal.dateFar")] {
            let refusal = await #expect(throws: Refusal.self) {
                try await scene.standing.agree(on: typed, through: scene.helper, in: scene.test.town.town)
            }
            #expect(refusal?.fields.map(\.key) == [key])
        }
        let stranger = ConversationDoor.match(scene.match.id, Actor(person: scene.test.cast.lucie.id))
        await #expect(throws: Refusal.notFound) {
            try await scene.standing.agree(on: StandingScene.firstDay, through: stranger, in: scene.test.town.town)
        }
        #expect(try await scene.view(stranger) == nil)
    }

    @Test(arguments: Engine.all) func whoCannotComeOnceIsReplacedForThatDayAlone(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, withLucie: true)
        let test = scene.test
        for _ in 1...2 { try await scene.miss() }
        let id = try #require(try await scene.replacement())
        let one = try #require(try await test.request(id))
        #expect(one.wanted == .on(scene.morning(StandingScene.firstDay, hour: 0)) && one.status == .open)
        #expect(one.owner == test.cast.martine.id && one.rung == .helpers && one.rungDue != nil)
        #expect(try await test.asks(id) == [test.cast.lucie.id], "not who cannot")
        #expect(scene.mails("ne peut pas venir", to: scene.askerAddress).count == 1)
        #expect(try await test.request(scene.request)?.status == .matched)
        let looking = try #require(try await scene.view(scene.asker))
        #expect(looking.missed.map(\.standInName) == [nil] && looking.next == scene.morning("2026-12-01", hour: 0))
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.lucie), .yes, in: test.town)
        #expect(try await scene.view()?.missed.map(\.standInName) == ["Lucie P."])
        #expect(try await test.match(for: scene.request)?.helper == test.cast.karim.id, "the pair goes on")
    }

    @Test func onlyTheHelperSaysItAndOnlyOfTheirDays() async throws {
        let scene = try await StandingScene()
        let (standing, town) = (scene.standing, scene.test.town.town)
        for day in ["2026-11-25", "2026-11-17"] { await #expect(throws: Refusal.notFound) { try await scene.miss(day) } }
        let day = try #require(CivilDay(StandingScene.firstDay))
        for actor in [Actor(person: scene.created.request.asker), Actor(person: scene.test.cast.lucie.id)] {
            await #expect(throws: Refusal.notFound) { try await standing.miss(day, of: scene.match.id, by: actor, in: town) }
        }
        #expect(try await scene.replacement() == nil)
        scene.test.moveClock(to: scene.morning("2026-11-25"))
        try await scene.miss()
        #expect(try await scene.replacement() == nil, "what is behind is behind")
    }

    @Test(arguments: Engine.all) func theSecondIsAskedFirstAndElseTheOthers(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, withLucie: true)
        let test = scene.test
        let neighbour = try await test.newPerson("voisin")
        try await test.makeHelper(neighbour)
        try await scene.knowLucie()
        try await scene.miss()
        let id = try #require(try await scene.replacement())
        #expect(try await test.asks(id) == [test.cast.lucie.id])
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.lucie), .no, in: test.town)
        await test.work()
        #expect(Set(try await test.asks(id)) == [test.cast.lucie.id, neighbour.id])
        #expect(try await scene.view()?.second == .known(name: "Lucie P."), "a no for once is no farewell")
    }

    @Test(arguments: Engine.all) func whoStopsForGoodIsFollowedByTheSecond(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, withLucie: true)
        let test = scene.test
        try await scene.knowLucie()
        try await Matching(test.house).withdraw(scene.match.id, by: scene.karim, in: test.town)
        await test.work()
        #expect(try await test.asks(scene.request) == [test.cast.lucie.id])
        #expect(scene.mails("ne peut plus venir", to: scene.askerAddress).count == 1)
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.lucie), .yes, in: test.town)
        await test.work()
        let match = try #require(try await test.match(for: scene.request))
        #expect(match.helper == test.cast.lucie.id)
        let view = try #require(try await scene.view(scene.asker))
        #expect(view.firstDay == scene.morning(StandingScene.firstDay, hour: 0) && view.second == .none && view.helperName == "Lucie P.")
        #expect(!scene.mails("Lucie P.", to: scene.askerAddress).isEmpty)
    }

    @Test func theEndOfThePairEndsTheSearchForADay() async throws {
        let scene = try await StandingScene()
        try await scene.miss()
        let id = try #require(try await scene.replacement())
        try await RequestClosing(scene.test.house).cancel(
            through: .link(scene.created.tracking), reason: nil, in: scene.test.town)
        #expect(try await scene.test.request(id)?.status == .cancelled)
        #expect(try await scene.view(scene.asker) == nil)
    }

    @Test(arguments: Engine.all) func theFileHoldsItAndTheEndOfTheTermTakesIt(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine, withLucie: true)
        let test = scene.test
        try await scene.knowLucie()
        let file = try await Exporting(test.house).file(of: try await test.viewer(test.cast.lucie), in: test.town)
        let chapter = file.chapters.first { $0.name == "standing" }?.entries ?? []
        #expect(String(describing: chapter).contains("second"))
        let (id, lucie, now) = (scene.request, test.cast.lucie, test.clock.now)
        try await Erasing(test.house).erase(try await test.viewer(lucie), in: test.town)
        #expect(try await test.house.read(test.town.town) { try StandingSeconds($0).of(id).isEmpty })
        try await test.house.write(test.town.town) { try RequestShell(id, $0).empty(now: now) }
        #expect(try await test.house.read(test.town.town) { try StandingPairs($0).find(id) == nil })
    }
}
