import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

/// « Never this kind » and « at another time ».
@Suite struct OtherAnswersTests {
    struct Scene {
        let test: TestHouse
        let created: Requests.Created
        /// Karim's.
        let token: Token

        var id: ID<HelpRequest> { created.request.id }
        var link: TrackingDoor { .link(created.tracking) }
        var answering: Answering { Answering(test.house) }

        /// Karim and Lucie were asked for a request.
        init(_ engine: Engine = .sqlite, _ changes: [String: String] = [:], helpers: Int = 2) async throws {
            test = try await TestHouse(on: engine)
            for helper in [test.cast.karim, test.cast.lucie].prefix(helpers) { try await test.makeHelper(helper) }
            created = try await test.ask(changes)
            await test.work()
            token = try await test.askToken(of: test.cast.karim)
        }

        /// Tomorrow at 14 h, or the day after at 9 h.
        func propose(_ fields: [String: String] = OtherAnswersTests.times) async throws {
            try await answering.propose(TimeProposalForm(fields), token, in: test.town)
        }

        func proposal() async throws -> TimeProposal? {
            try await test.house.read(test.town.town) { [id, test] in try TimeProposals($0).find(id, helper: test.cast.karim.id) }
        }

        @discardableResult
        func decide(_ choice: TimeProposing.Choice) async throws -> TimeProposing.Result {
            guard let proposal = try await proposal() else { throw Refusal.notFound }
            return try await TimeProposing(test.house).decide(proposal.id, choice, through: link, in: test.town)
        }

        func subjects(to address: String) -> [String] { test.mailer.sent.filter { $0.to.address == address }.map(\.subject) }
    }

    static let times = ["firstDay": "2026-11-22", "firstHour": "14", "secondDay": "2026-11-23", "secondHour": "9"]
    /// Sunday at 14 h.
    private let sunday = TestClock.start + .hours(28)

    @Test(arguments: Engine.all) func neverTakesTheKindAwayAndCanBeUndone(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let (test, karim) = (scene.test, scene.test.cast.karim)
        for _ in 0..<2 { try await scene.answering.answer(scene.token, .never, in: test.town) }
        await test.work()
        #expect(try await scene.answering.question(scene.token, in: test.town)?.standing == .never)
        #expect(scene.subjects(to: "karim@clairval.test").filter { $0 == "Vous ne serez plus sollicité pour ce type d’aide" }.count == 1)
        let groceries = try #require(test.category("groceries"))
        let viewer = try await test.viewer(karim)
        let keeping = AvailabilityKeeping(test.house)
        #expect(try await keeping.standing(of: viewer, in: test.town).helper?.categories.contains(groceries.id) == false)
        #expect(try await keeping.standing(of: viewer, in: test.town).refused.map(\.key) == ["groceries"])
        let next = try await test.openRequest()
        await test.work()
        #expect(try await !test.asks(next).contains(karim.id))
        try await keeping.welcomeAgain("pets", of: viewer, in: test.town)
        for _ in 0..<2 { try await keeping.welcomeAgain("groceries", of: viewer, in: test.town) }
        #expect(try await keeping.standing(of: viewer, in: test.town).helper?.categories.contains(groceries.id) == true)
        #expect(try await keeping.standing(of: viewer, in: test.town).refused.isEmpty)
    }

    @Test func aYesIsWelcomeEvenAfterNever() async throws {
        let scene = try await Scene()
        try await scene.answering.answer(scene.token, .never, in: scene.test.town)
        for reply in [Answering.Reply.no, .later, .yes] { try await scene.answering.answer(scene.token, reply, in: scene.test.town) }
        #expect(try await scene.test.match(for: scene.id)?.helper == scene.test.cast.karim.id)
    }

    @Test(arguments: Engine.all) func anAcceptedTimeIsAMatchAtThatTime(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        for _ in 0..<2 { try await scene.propose() }
        #expect(try await scene.answering.question(scene.token, in: scene.test.town)?.standing == .proposed)
        let shown = try #require(try await scene.test.tracked(scene.created.tracking.text))
        #expect(shown.proposals.map(\.times) == [[sunday, sunday + .hours(19)]])
        #expect(try await scene.test.request(scene.id)?.status == .open, "the ladder goes on")
        await scene.test.work()
        #expect(scene.subjects(to: "jeanne@clairval.test").filter { $0.hasPrefix("Un autre moment") }.count == 1)
        #expect(try await scene.decide(.first) == .decided)
        #expect(try await scene.decide(.first) == .settled)
        let match = try #require(try await scene.test.match(for: scene.id))
        #expect(match.helper == scene.test.cast.karim.id && match.appointmentAt == sunday)
        let midnight = LocalTime(sunday, in: scene.test.town.town.timeZone).midnight
        #expect(try await scene.test.request(scene.id)?.wanted == .on(midnight))
        #expect(try await scene.proposal()?.state == .accepted)
        await scene.test.work()
        let told = scene.test.mailer.sent.last { $0.to.address == "karim@clairval.test" }
        #expect(told?.text.contains("22 novembre") == true)
        #expect(scene.subjects(to: "karim@clairval.test").allSatisfy { !$0.hasPrefix("Merci, quelqu’un d’autre") })
    }

    @Test(arguments: Engine.all) func aDeclinedTimeLetsTheAskGoOn(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await scene.propose()
        #expect(try await scene.decide(.neither) == .decided)
        #expect(try await scene.decide(.first) == .settled)
        #expect(try await scene.test.request(scene.id)?.status == .open)
        await scene.test.work()
        #expect(scene.subjects(to: "karim@clairval.test").filter { $0 == "Le moment proposé ne convient pas" }.count == 1)
        try await scene.propose(["firstDay": "2026-11-24", "firstHour": "10"])
        #expect(try await scene.proposal()?.state == .declined, "once is enough")
        try await scene.answering.answer(scene.token, .yes, in: scene.test.town)
        #expect(try await scene.test.match(for: scene.id)?.helper == scene.test.cast.karim.id, "a yes is still welcome")
    }

    @Test(arguments: Engine.all) func aYesFromSomebodyElseEndsItWithAKindWord(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        try await scene.propose()
        try await scene.answering.answer(try await scene.test.askToken(of: scene.test.cast.lucie), .yes, in: scene.test.town)
        await scene.test.work()
        #expect(try await scene.proposal()?.state == .ended)
        #expect(scene.subjects(to: "karim@clairval.test").filter { $0 == "Merci, quelqu’un d’autre a pu aider" }.count == 1)
        #expect(try await scene.decide(.first) == .settled)
        #expect(try await scene.test.match(for: scene.id)?.helper == scene.test.cast.lucie.id)
    }

    @Test func theLadderDoesNotWaitForTheAnswer() async throws {
        let scene = try await Scene(helpers: 1)
        try await scene.propose()
        await scene.test.work()
        #expect(try await scene.test.request(scene.id)?.rung == .referent)
        #expect(try await scene.decide(.second) == .decided, "and the time may still be accepted")
    }

    @Test func aNoAfterwardsTakesItBack() async throws {
        let scene = try await Scene(.sqlite, ["email": "", "phone": "04 90 00 00 01"])
        try await scene.propose()
        #expect(try await scene.test.ringBacks(scene.id) == ["other_time"])
        try await scene.answering.answer(scene.token, .no, in: scene.test.town)
        #expect(try await scene.proposal()?.state == .ended)
        #expect(try await scene.test.ringBacks(scene.id).isEmpty)
        #expect(try await scene.decide(.first) == .settled)
    }

    @Test(arguments: Engine.all) func theOwnerNotesWhatIsSaidOnTheTelephone(_ engine: Engine) async throws {
        let scene = try await Scene(engine, ["email": "", "phone": "04 90 00 00 01"])
        let test = scene.test
        let referents = Referents(test.house)
        try await scene.propose()
        #expect(try await test.ringBacks(scene.id) == ["other_time"])
        let proposal = try #require(try await scene.proposal()).id
        for nobody in [Actor(person: test.cast.lucie.id), test.otherGuide] {
            await #expect(throws: Refusal.notFound) {
                _ = try await referents.decide(proposal, .first, of: scene.id, by: nobody, in: test.town)
            }
        }
        #expect(try await referents.open(scene.id, by: test.guide, in: test.town).proposals.map(\.id) == [proposal])
        #expect(try await referents.decide(proposal, .second, of: scene.id, by: test.guide, in: test.town) == .decided)
        #expect(try await test.match(for: scene.id)?.appointmentAt == sunday + .hours(19))
        #expect(try await test.ringBacks(scene.id).isEmpty, "they know already")
    }

    @Test func aMomentThatIsOverCannotBeAccepted() async throws {
        let scene = try await Scene()
        try await scene.propose()
        scene.test.clock.move(.hours(30))
        #expect(try await scene.decide(.first) == .tooLate)
        #expect(try await scene.proposal()?.state == .open)
        #expect(try await scene.decide(.second) == .decided)
    }

    @Test func whoMayNoLongerHelpIsNotMatched() async throws {
        let scene = try await Scene()
        try await scene.propose()
        try await scene.test.makeHelper(scene.test.cast.karim, tier: .remote)
        #expect(try await scene.decide(.first) == .tooLate)
        #expect(try await scene.proposal()?.state == .ended)
        #expect(try await scene.test.match(for: scene.id) == nil)
    }

    @Test(arguments: Engine.all) func nothingOfItExistsElsewhere(_ engine: Engine) async throws {
        let scene = try await Scene(engine)
        let form = TimeProposalForm(Self.times)
        await #expect(throws: Refusal.notFound) { try await scene.answering.propose(form, scene.token, in: scene.test.elsewhere) }
        await #expect(throws: Refusal.notFound) { try await scene.answering.propose(form, Token(), in: scene.test.town) }
        try await scene.propose()
        let proposal = try #require(try await scene.proposal()).id
        let proposing = TimeProposing(scene.test.house)
        await #expect(throws: Refusal.notFound) {
            _ = try await proposing.decide(proposal, .first, through: scene.link, in: scene.test.elsewhere)
        }
        let other = try await scene.test.ask()
        await #expect(throws: Refusal.notFound) {
            _ = try await proposing.decide(proposal, .first, through: .link(other.tracking), in: scene.test.town)
        }
        #expect(try await scene.proposal()?.state == .open)
    }

    @Test func tooLateIsTooLate() async throws {
        let scene = try await Scene()
        scene.test.clock.move(.days(8))
        try await scene.propose(["firstDay": "2026-12-01", "firstHour": "10"])
        try await scene.answering.answer(scene.token, .never, in: scene.test.town)
        #expect(try await scene.proposal() == nil)
        #expect(try await scene.answering.question(scene.token, in: scene.test.town)?.standing == .expired)
    }

    @Test func aRhythmStaysAndTheHourIsKnown() async throws {
        let scene = try await Scene(.sqlite, ["when": "every", "rhythm": "weekly"])
        try await scene.propose()
        try await scene.decide(.first)
        #expect(try await scene.test.request(scene.id)?.wanted == .every(.weekly))
        #expect(try await scene.test.match(for: scene.id)?.appointmentAt == sunday)
    }
}
