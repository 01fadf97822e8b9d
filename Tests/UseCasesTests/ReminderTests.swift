import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

/// « Will you be there tomorrow? » Once per appointment, whatever clocks and workers do.
@Suite struct ReminderTests {
    typealias Scene = ConversationTests.Scene

    /// Karim said yes on Saturday morning to help on Monday.
    private func scene(_ engine: Engine = .sqlite, _ changes: [String: String] = [:]) async throws -> Scene {
        try await Scene(engine, ["when": "date", "date": "2026-11-23"].merging(changes) { $1 })
    }

    private func reminders(_ scene: Scene) -> [MailMessage] { scene.test.mailer.sent.filter { $0.subject.hasPrefix("Demain") } }

    private func token(_ scene: Scene) throws -> Token {
        let mail = try #require(reminders(scene).last)
        return try #require(mail.text.firstMatch(of: /\/rendez-vous\/([A-Za-z0-9_-]{43})/).flatMap { Token(text: $0.output.1) })
    }

    private func work(_ scene: Scene, after span: Duration) async {
        scene.test.clock.move(span)
        await scene.test.work(withSchedules: true)
    }

    private func unconfirmed(_ scene: Scene) async throws -> [ID<HelpRequest>] {
        try await Referents(scene.test.house).todo(by: scene.test.guide, in: scene.test.town).unconfirmed.requests.map(\.id)
    }

    @Test(arguments: Engine.all) func itComesTheDayBeforeByDayAndOnce(_ engine: Engine) async throws {
        let scene = try await scene(engine)
        await work(scene, after: .hours(12))
        #expect(reminders(scene).isEmpty, "Saturday night")
        await work(scene, after: .hours(9))
        #expect(reminders(scene).isEmpty, "Sunday at 7")
        for _ in 0..<4 { await work(scene, after: .hours(1)) }
        #expect(reminders(scene).map(\.to.address) == ["karim@clairval.test"])
        let mail = try #require(reminders(scene).first)
        #expect(mail.text.contains("lundi 23 novembre 2026") && !mail.text.contains("Jeanne"))
        #expect(mail.text.matches(of: /\/rendez-vous\/[A-Za-z0-9_-]{43}\?reponse=/).count == 2)
    }

    @Test(arguments: Engine.all) func noClockStepMakesTwo(_ engine: Engine) async throws {
        let scene = try await scene(engine)
        await work(scene, after: .hours(24))
        #expect(reminders(scene).count == 1)
        // The clock was wrong by a day, is set right, and comes to the same hour again; then it jumps over the appointment and back.
        for step in [Duration.hours(-24), .hours(24), .hours(3), .days(2), .days(-2), .hours(1)] { await work(scene, after: step) }
        #expect(reminders(scene).count == 1)
    }

    @Test(arguments: Engine.all) func severalWorkersRemindOnce(_ engine: Engine) async throws {
        let scene = try await scene(engine)
        scene.test.clock.move(.hours(24))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { await scene.test.work(withSchedules: true) } }
        }
        #expect(reminders(scene).count == 1)
    }

    @Test(arguments: Engine.all) func aWorkerThatWasDeadAllDayLongLeavesItToTheOwner(_ engine: Engine) async throws {
        let scene = try await scene(engine)
        await work(scene, after: .hours(46))
        #expect(reminders(scene).isEmpty, "Monday at 8: too late to ask about tomorrow")
        #expect(try await unconfirmed(scene) == [scene.request])
    }

    @Test func aWorkerThatWasDeadInBetweenStillReminds() async throws {
        let scene = try await scene()
        await work(scene, after: .hours(33))
        #expect(reminders(scene).count == 1, "Sunday at 19")
    }

    @Test func whoSaidYesTheDayBeforeHasJustSaidSo() async throws {
        let scene = try await Scene(.sqlite, ["when": "date", "date": "2026-11-22"])
        await work(scene, after: .hours(2))
        #expect(reminders(scene).isEmpty)
        await work(scene, after: .hours(24))
        #expect(try await unconfirmed(scene).isEmpty)
    }

    @Test(arguments: Engine.all) func aYesIsToldToWhoeverAskedOnce(_ engine: Engine) async throws {
        let scene = try await scene(engine)
        await work(scene, after: .hours(24))
        let (reminding, token) = (Reminding(scene.test.house), try token(scene))
        #expect(try await reminding.appointment(token, in: scene.test.town)?.standing == .open)
        for _ in 0..<2 { try await reminding.answer(token, .yes, in: scene.test.town) }
        #expect(try await reminding.appointment(token, in: scene.test.town)?.standing == .yes)
        await work(scene, after: .hours(9))
        let told = scene.test.mailer.sent.filter { $0.subject.hasPrefix("Votre aidant a confirmé") }
        #expect(told.map(\.to.address) == ["jeanne@clairval.test"])
        #expect(told.first?.text.contains("Karim R.") == true)
        #expect(try await unconfirmed(scene).isEmpty)
        #expect(try await Requests(scene.test.house).tracked(scene.link, in: scene.test.town).isConfirmed)
    }

    @Test(arguments: Engine.all) func iCannotIsAWithdrawalWithItsAlarm(_ engine: Engine) async throws {
        let scene = try await scene(engine)
        await work(scene, after: .hours(24))
        let (reminding, token) = (Reminding(scene.test.house), try token(scene))
        try await reminding.answer(token, .yes, in: scene.test.town)
        for answer in [Reminder.Answer.cannot, .cannot, .yes] { try await reminding.answer(token, answer, in: scene.test.town) }
        #expect(try await reminding.appointment(token, in: scene.test.town)?.standing == .cannot)
        #expect(try await scene.test.request(scene.request)?.status == .open)
        let todo = try await Referents(scene.test.house).todo(by: scene.test.guide, in: scene.test.town)
        #expect(todo.alarms.requests.map(\.id) == [scene.request] && todo.unconfirmed.count == 0)
        await scene.test.work()
        #expect(scene.test.mailer.sent.filter { $0.subject.hasPrefix("Urgent") }.count == 1)
    }

    @Test(arguments: Engine.all) func silenceIsVisibleInTheEvening(_ engine: Engine) async throws {
        let scene = try await scene(engine)
        await work(scene, after: .hours(24))
        scene.test.clock.move(.hours(7))
        #expect(try await unconfirmed(scene).isEmpty, "17 h")
        scene.test.clock.move(.hours(1))
        #expect(try await unconfirmed(scene) == [scene.request], "18 h")
        scene.test.clock.move(.hours(14))
        #expect(try await unconfirmed(scene) == [scene.request], "on the day itself")
        let referents = Referents(scene.test.house)
        await #expect(throws: Refusal.notFound) {
            try await referents.confirmHelper(of: scene.request, by: scene.test.otherGuide, in: scene.test.town)
        }
        for _ in 0..<2 { try await referents.confirmHelper(of: scene.request, by: scene.test.guide, in: scene.test.town) }
        #expect(try await unconfirmed(scene).isEmpty)
        await scene.test.work()
        #expect(scene.test.mailer.sent.filter { $0.subject.hasPrefix("Votre aidant a confirmé") }.count == 1)
    }

    @Test func whoHasNoMailIsRungByTheOwner() async throws {
        let scene = try await scene(.sqlite, ["email": "", "phone": "04 90 00 00 01"])
        let (house, town, karim) = (scene.test.house, scene.test.town, scene.test.cast.karim)
        try await house.write(town.town) { scope in
            var person = karim
            person.channel = .phone
            try People(scope).save(person)
        }
        await work(scene, after: .hours(24))
        #expect(reminders(scene).isEmpty)
        #expect(try await unconfirmed(scene) == [scene.request], "before the evening")
        try await Referents(house).confirmHelper(of: scene.request, by: scene.test.guide, in: town)
        #expect(try await scene.test.ringBacks(scene.request) == ["confirmed", "matched"])
    }

    @Test func anotherDayIsAnotherAppointment() async throws {
        let scene = try await scene()
        await work(scene, after: .hours(24))
        let old = try token(scene)
        try await Requests(scene.test.house).change(
            ChangeForm(["when": "date", "date": "2026-11-24", "email": "jeanne@clairval.test"]), through: scene.link, in: scene.test.town)
        #expect(try await Reminding(scene.test.house).appointment(old, in: scene.test.town)?.standing == .over)
        try await Reminding(scene.test.house).answer(old, .cannot, in: scene.test.town)
        #expect(try await scene.test.request(scene.request)?.status == .matched, "an old link withdraws nobody")
        await work(scene, after: .hours(24))
        #expect(reminders(scene).count == 2)
    }

    @Test func anEndedRequestRemindsNobody() async throws {
        let scene = try await scene()
        try await RequestClosing(scene.test.house).cancel(through: scene.link, reason: nil, in: scene.test.town)
        await work(scene, after: .hours(24))
        #expect(reminders(scene).isEmpty)
    }

    @Test(arguments: Engine.all) func theLinkOpensNothingElsewhereNorAfterTheDay(_ engine: Engine) async throws {
        let scene = try await scene(engine)
        await work(scene, after: .hours(24))
        let (reminding, token) = (Reminding(scene.test.house), try token(scene))
        #expect(try await reminding.appointment(token, in: scene.test.elsewhere) == nil)
        #expect(try await reminding.appointment(Token(), in: scene.test.town) == nil)
        await #expect(throws: Refusal.notFound) { try await reminding.answer(token, .cannot, in: scene.test.elsewhere) }
        scene.test.clock.move(.hours(39))
        try await reminding.answer(token, .cannot, in: scene.test.town)
        #expect(try await reminding.appointment(token, in: scene.test.town)?.standing == .over)
        #expect(try await scene.test.request(scene.request)?.status == .matched)
    }

    @Test func anAgreedHourOnAnotherDayIsRemindedOf() async throws {
        let scene = try await OtherAnswersTests.Scene(.sqlite, ["when": "every", "rhythm": "weekly"])
        try await scene.propose(["firstDay": "2026-11-24", "firstHour": "15"])
        try await scene.decide(.first)
        for span in [Duration.hours(24), .hours(24), .hours(1)] {
            scene.test.clock.move(span)
            await scene.test.work(withSchedules: true)
        }
        let mails = scene.test.mailer.sent.filter { $0.subject.hasPrefix("Demain") }
        #expect(mails.count == 1 && mails.first?.text.contains("24 novembre 2026") == true)
    }
}
