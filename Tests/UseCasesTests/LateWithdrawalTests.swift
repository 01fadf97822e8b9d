import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// A helper withdraws: others are asked at once, and the owner hears when little time is left.
@Suite struct LateWithdrawalTests {
    typealias Scene = ConversationTests.Scene

    private func withdraw(_ scene: Scene) async throws {
        try await Matching(scene.test.house).withdraw(scene.match.id, by: Actor(person: scene.match.helper), in: scene.test.town)
    }

    private func alarms(_ scene: Scene) async throws -> [ID<HelpRequest>] {
        try await Referents(scene.test.house).todo(by: scene.test.guide, in: scene.test.town).alarms.requests.map(\.id)
    }

    private func mails(_ scene: Scene) -> [String] {
        scene.test.mailer.sent.filter { $0.subject.hasPrefix("Urgent") }.map(\.to.address)
    }

    @Test(arguments: Engine.all) func nowIsAlwaysNear(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await scene.test.makeHelper(scene.test.cast.lucie)
        for _ in 0..<2 { try await withdraw(scene) }
        await scene.test.work()
        #expect(mails(scene) == ["martine@clairval.test"])
        #expect(try await alarms(scene) == [scene.request])
        #expect(try await scene.test.asks(scene.request).contains(scene.test.cast.lucie.id), "the next wave left at once")
        let told = scene.test.mailer.sent.filter { $0.to.address == "jeanne@clairval.test" && $0.text.contains("ne peut plus venir") }
        #expect(told.count == 1)
        let todo = try await Referents(scene.test.house).todo(by: scene.test.guide, in: scene.test.town)
        #expect(todo.counts.lines.first?.errand == .alarms && todo.counts[.alarms] == 1)
    }

    @Test func aDayThatIsFarRaisesNone() async throws {
        let scene = try await Scene(.sqlite, ["when": "date", "date": "2026-11-23"])
        try await withdraw(scene)
        await scene.test.work()
        #expect(mails(scene).isEmpty)
        #expect(try await alarms(scene).isEmpty)
        #expect(try await scene.test.request(scene.request)?.status == .open)
    }

    @Test(arguments: Engine.all) func aDayThatIsNearRaisesOne(_ engine: Engine) async throws {
        let scene = try await Scene(engine, ["when": "date", "date": "2026-11-23"])
        scene.test.clock.move(.hours(15))
        try await withdraw(scene)
        await scene.test.work()
        #expect(mails(scene) == ["martine@clairval.test"], "at once, although it is night")
        #expect(try await alarms(scene) == [scene.request])
    }

    @Test(arguments: Engine.all) func aNamedPersonTakesItInHand(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let referents = Referents(scene.test.house)
        try await withdraw(scene)
        for nobody in [Actor(person: scene.test.cast.karim.id), scene.test.otherGuide] {
            await #expect(throws: Refusal.notFound) { try await referents.takeInHand(scene.request, by: nobody, in: scene.test.town) }
        }
        await #expect(throws: Refusal.notFound) {
            try await referents.takeInHand(scene.request, by: scene.test.guide, in: scene.test.elsewhere)
        }
        #expect(try await referents.open(scene.request, by: scene.test.guide, in: scene.test.town).alarm != nil)
        for _ in 0..<2 { try await referents.takeInHand(scene.request, by: scene.test.guide, in: scene.test.town) }
        #expect(try await alarms(scene).isEmpty)
        #expect(try await referents.open(scene.request, by: scene.test.guide, in: scene.test.town).alarm == nil)
    }

    @Test(arguments: Engine.all) func aNewMatchEndsIt(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await scene.test.makeHelper(scene.test.cast.lucie)
        try await withdraw(scene)
        _ = try await scene.test.sayYes(scene.test.cast.lucie, to: scene.request)
        let opened = try await Referents(scene.test.house).open(scene.request, by: scene.test.guide, in: scene.test.town)
        #expect(opened.alarm == nil && opened.helper?.id == scene.test.cast.lucie.id)
        let (house, town, request) = (scene.test.house, scene.test.town, scene.request)
        #expect(try await house.read(town.town) { try Alarms($0).open(about: request) } == nil)
    }

    @Test func aRequestThatIsTakenBackNeedsNoAlarm() async throws {
        let scene = try await Scene()
        try await withdraw(scene)
        try await RequestClosing(scene.test.house).cancel(through: scene.link, reason: nil, in: scene.test.town)
        let (house, town, request) = (scene.test.house, scene.test.town, scene.request)
        #expect(try await house.read(town.town) { try Alarms($0).open(about: request) } == nil)
    }

    @Test func anAgreedHourCountsNotTheDay() async throws {
        let scene = try await OtherAnswersTests.Scene()
        try await scene.propose()
        try await scene.decide(.second)
        let match = try #require(try await scene.test.match(for: scene.id))
        try await Matching(scene.test.house).withdraw(match.id, by: Actor(person: match.helper), in: scene.test.town)
        await scene.test.work()
        #expect(!scene.test.mailer.sent.contains { $0.subject.hasPrefix("Urgent") }, "47 hours are left")
    }
}
