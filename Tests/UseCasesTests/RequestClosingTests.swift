import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing

@testable import UseCases

@Suite struct RequestClosingTests {
    typealias Scene = ConversationTests.Scene

    private func say(_ scene: Scene, _ result: String, _ reason: String = "") async throws {
        try await RequestClosing(scene.test.house).record(
            OutcomeForm(["result": result, "reason": reason]), through: scene.link, in: scene.test.town)
    }

    private func helperSays(_ scene: Scene, _ result: String) async throws {
        try await RequestClosing(scene.test.house).record(
            OutcomeForm(["result": result]), as: Actor(person: scene.match.helper), of: scene.match.id, in: scene.test.town)
    }

    private func outcomes(_ scene: Scene) async throws -> [Outcome] {
        try await scene.test.house.read(scene.test.town.town) { [request = scene.request] in try Outcomes($0).of(request) }
    }

    @Test(arguments: Engine.all) func theFirstOutcomeClosesAndTheOtherSideMayStillSayTheirs(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await helperSays(scene, "helped")
        let request = try await scene.test.request(scene.request)
        #expect(request?.status == .closed)
        #expect(request?.outcome == .helped)
        #expect(request?.closedAt == scene.test.clock.now)
        scene.test.clock.move(.minutes(1))
        try await say(scene, "partly")
        try await say(scene, "not_helped", "nobody_came")
        #expect(try await outcomes(scene).map(\.side) == [.helper, .asker])
        #expect(try await outcomes(scene).map(\.result) == [.helped, .partly])
        #expect(try await scene.test.request(scene.request)?.outcome == .helped)
        #expect(try await scene.conversations.open(scene.helper, in: scene.test.town).match.status == .ended)
    }

    @Test func notHelpedSaysWhy() async throws {
        let scene = try await Scene()
        await #expect(throws: Refusal.invalid("reason", "refusal.reason")) { try await say(scene, "not_helped") }
        await #expect(throws: Refusal.invalid("result", "refusal.result")) { try await say(scene, "peut-être") }
        #expect(try await scene.test.request(scene.request)?.status == .matched)
        try await say(scene, "not_helped", "nobody_came")
        #expect(try await outcomes(scene).first?.reason == .nobodyCame)
    }

    @Test func onlyTheTwoMaySayHowItWent() async throws {
        let scene = try await Scene()
        let closing = RequestClosing(scene.test.house)
        let form = OutcomeForm(["result": "helped"])
        let lucie = Actor(person: scene.test.cast.lucie.id)
        await #expect(throws: Refusal.notFound) { try await closing.record(form, as: lucie, of: scene.match.id, in: scene.test.town) }
        await #expect(throws: Refusal.notFound) {
            try await closing.record(form, through: .account(scene.request, lucie), in: scene.test.town)
        }
        await #expect(throws: Refusal.notFound) { try await closing.record(form, through: scene.link, in: scene.test.elsewhere) }
        await #expect(throws: Refusal.notFound) {
            try await closing.cancel(through: .account(scene.request, lucie), reason: nil, in: scene.test.town)
        }
        #expect(try await scene.test.request(scene.request)?.status == .matched)
    }

    @Test(arguments: Engine.all) func theAskerIsAskedOnceAfterTwoDaysThenTheOwner(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        scene.test.clock.move(.hours(47))
        await scene.test.work()
        #expect(questions(scene).isEmpty)
        scene.test.clock.move(.hours(1))
        await scene.test.work()
        let mail = try #require(questions(scene).first)
        #expect(mail.text.contains("Karim R."))
        #expect(mail.text.contains(/\/suivi\/[A-Za-z0-9_-]{43}\/suite/))
        #expect(try await scene.test.ringBacks(scene.request).isEmpty)
        scene.test.clock.move(.days(2))
        await scene.test.work()
        #expect(questions(scene).count == 1)
        #expect(try await scene.test.ringBacks(scene.request) == ["outcome"])
        try await say(scene, "helped")
        #expect(try await scene.test.ringBacks(scene.request).isEmpty)
    }

    @Test func nobodyIsAskedAfterAnAnswer() async throws {
        let scene = try await Scene()
        try await helperSays(scene, "helped")
        for _ in 0..<3 {
            scene.test.clock.move(.days(2))
            await scene.test.work()
        }
        #expect(questions(scene).isEmpty)
        #expect(try await scene.test.ringBacks(scene.request).isEmpty)
    }

    @Test func helpForALaterDayIsAskedAboutAfterThatDay() async throws {
        let scene = try await Scene(.sqlite, ["when": "date", "date": "2026-12-01"])
        scene.test.clock.move(.days(9))
        await scene.test.work()
        #expect(questions(scene).isEmpty)
        scene.test.clock.move(.days(4))
        await scene.test.work()
        #expect(questions(scene).count == 1)
    }

    @Test(arguments: Engine.all) func withoutMailTheQuestionIsAskedByVoice(_ engine: Engine) async throws {
        let scene = try await Scene(engine, ["email": "", "phone": "04 90 00 00 01"])
        for _ in 0..<2 {
            scene.test.clock.move(.days(2))
            await scene.test.work()
        }
        #expect(try await scene.test.ringBacks(scene.request) == ["matched", "outcome"])
    }

    @Test(arguments: Engine.all) func cancellingEndsTheMatchAndTellsTheHelper(_ engine: Engine) async throws {
        let scene = try await Scene(engine, ["email": "", "phone": "04 90 00 00 01"])
        for _ in 0..<2 {
            try await RequestClosing(scene.test.house).cancel(through: scene.link, reason: .foundElsewhere, in: scene.test.town)
        }
        await scene.test.work()
        #expect(try await scene.test.request(scene.request)?.status == .cancelled)
        #expect(try await scene.test.ringBacks(scene.request).isEmpty)
        #expect(scene.test.mailer.sent.filter { $0.subject == "Une demande a été annulée" }.map(\.to.address) == ["karim@clairval.test"])
        try await say(scene, "helped")
        #expect(try await scene.test.request(scene.request)?.status == .cancelled)
    }

    private func questions(_ scene: Scene) -> [MailMessage] {
        scene.test.mailer.sent.filter { $0.subject.hasPrefix("Comment cela s’est passé") }
    }
}
