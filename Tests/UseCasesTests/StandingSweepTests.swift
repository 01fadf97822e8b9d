import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// The reminder of the day before, and the question of the month.
@Suite struct StandingSweepTests {
    @Test(arguments: Engine.all) func theHelperIsRemindedOnceTheDayBefore(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine)
        let karim = "karim@clairval.test"
        try await scene.sweep(to: scene.morning("2026-11-22"))
        #expect(scene.mails("/prochaine-fois/", to: karim).isEmpty)
        try await scene.sweep(to: scene.morning("2026-11-23", hour: 3))
        #expect(scene.mails("/prochaine-fois/", to: karim).isEmpty, "not at night")
        for (day, hour) in [("2026-11-23", 10), ("2026-11-23", 11), ("2026-11-22", 12), ("2026-11-23", 18)] {
            try await scene.sweep(to: scene.morning(day, hour: hour))
        }
        #expect(scene.mails("/prochaine-fois/", to: karim).count == 1, "whatever the clock does")
        let token = try scene.token("prochaine-fois", to: karim)
        let (links, town) = (scene.links, scene.test.town)
        #expect(try await !links.reminder(token, in: town.town).hasMissed)
        await #expect(throws: Refusal.notFound) { try await links.reminder(token, in: scene.test.elsewhere.town) }
        for _ in 1...2 { try await links.miss(token, in: town.town) }
        await scene.test.work()
        #expect(try await links.reminder(token, in: town.town).hasMissed)
        #expect(try await scene.replacement() != nil)
        #expect(scene.mails("ne peut pas venir", to: scene.askerAddress).count == 1)
        try await scene.sweep(to: scene.morning("2026-11-30"))
        #expect(scene.mails("/prochaine-fois/", to: karim).count == 2, "and the week after")
    }

    @Test func whoSaidItBeforeIsNotReminded() async throws {
        let scene = try await StandingScene()
        try await scene.miss()
        try await scene.sweep(to: scene.morning("2026-11-23"))
        #expect(scene.mails("/prochaine-fois/", to: "karim@clairval.test").isEmpty)
    }

    @Test func theLinkOfAHelperWhoLeftIsNobodys() async throws {
        let scene = try await StandingScene(withLucie: true)
        try await scene.sweep(to: scene.morning("2026-11-23"))
        let token = try scene.token("prochaine-fois", to: "karim@clairval.test")
        try await Matching(scene.test.house).withdraw(scene.match.id, by: scene.karim, in: scene.test.town)
        scene.test.clock.move(.minutes(1))
        _ = try await scene.test.sayYes(scene.test.cast.lucie, to: scene.request)
        try await scene.links.miss(token, in: scene.test.town.town)
        #expect(try await scene.replacement() == nil)
    }

    @Test(arguments: Engine.all) func bothAreAskedOnceAMonthWhetherAllIsWell(_ engine: Engine) async throws {
        let scene = try await StandingScene(on: engine)
        let (karim, links, town) = ("karim@clairval.test", scene.links, scene.test.town.town)
        for day in ["2026-12-20", "2026-12-22", "2026-12-23", "2026-12-01", "2027-01-10"] { try await scene.sweep(to: scene.morning(day)) }
        #expect(scene.mails("/nouvelles/", to: karim).count == 1 && scene.mails("/nouvelles/", to: scene.askerAddress).count == 1)
        let token = try scene.token("nouvelles", to: karim)
        #expect(try await links.check(token, in: town).answer == nil)
        for _ in 1...2 { try await links.answer(token, .well, in: town) }
        #expect(try await scene.test.ringBacks(scene.request).isEmpty)
        let other = try scene.token("nouvelles", to: scene.askerAddress)
        for _ in 1...2 { try await links.answer(other, .notWell, in: town) }
        #expect(try await scene.test.ringBacks(scene.request) == ["outcome"], "the owner rings")
        await #expect(throws: Refusal.notFound) { try await links.answer(other, .well, in: scene.test.elsewhere.town) }
        try await scene.sweep(to: scene.morning("2027-01-23"))
        #expect(scene.mails("/nouvelles/", to: karim).count == 2)
    }
}
