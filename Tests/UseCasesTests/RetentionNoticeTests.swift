import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

/// Rules that warn before they act.
@Suite struct RetentionNoticeTests {
    private func mails(_ subject: String, _ test: TestHouse) async -> Int {
        await test.work()
        return test.mailer.sent.filter { $0.subject.contains(subject) }.count
    }

    @Test(arguments: Engine.all) func aRequestNobodyAnswersIsWarnedOfAWeekBeforeAndClosedAtTheLimit(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let created = try await test.ask()
        let (id, start) = (created.request.id, test.clock.now)
        test.move(to: start + .days(53))
        try await test.retain()
        #expect(await mails("va être close", test) == 0)
        test.clock.move(.milliseconds(1))
        try await test.retain()
        try await test.retain()
        #expect(await mails("va être close", test) == 1, "once")
        try await settleCalls(id, test)
        test.move(to: start + .days(60))
        try await test.retain()
        #expect(try await test.request(id)?.isLive == true)
        test.clock.move(.milliseconds(1))
        #expect(try await test.due(.unansweredRequests) == 1)
        try await test.retain()
        let closed = try #require(try await test.request(id))
        #expect(closed.status == .closed && closed.outcome == nil && closed.closedAt == test.clock.now)
    }

    /// The ladder has its owner ring people; here they have been rung.
    private func settleCalls(_ id: ID<HelpRequest>, _ test: TestHouse) async throws {
        let now = test.clock.now
        try await test.house.write(test.town.town) { try RingBacks($0).settle(about: id, by: nil, now: now) }
    }

    @Test func anOldRequestThatNobodyWasWarnedOfIsNotClosedBeforeAWeek() async throws {
        let test = try await TestHouse()
        let id = try await test.openRequest()
        test.clock.move(.days(300))
        try await test.retain()
        #expect(try await test.request(id)?.isLive == true)
        test.clock.move(.days(7))
        try await test.retain()
        #expect(try await test.request(id)?.status == .closed)
    }

    @Test(arguments: Engine.all) func whatIsStillNeededBeginsAnew(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let created = try await test.ask()
        let id = created.request.id
        test.clock.move(.days(54))
        try await test.retain()
        let door = TrackingDoor.link(created.tracking)
        #expect(try await Requests(test.house).tracked(door, in: test.town).isEnding)
        try await Requests(test.house).renew(through: door, in: test.town)
        #expect(try await !Requests(test.house).tracked(door, in: test.town).isEnding)
        test.clock.move(.days(30))
        try await test.retain()
        #expect(try await test.request(id)?.isLive == true)
        test.clock.move(.days(24))
        try await test.retain()
        #expect(try await test.request(id)?.isLive == true, "warned a second time first")
        test.clock.move(.days(8))
        try await test.retain()
        #expect(try await test.request(id)?.status == .closed)
        await #expect(throws: Refusal.notFound) {
            try await Requests(test.house).renew(through: .account(id, Actor(person: test.cast.karim.id)), in: test.town)
        }
    }

    @Test(arguments: Engine.all) func aRequestThatSomebodyAnswersForIsNeverTouched(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let matched = try await test.openRequest()
        _ = try await test.sayYes(test.cast.karim, to: matched)
        // The owner has still to hear Paul's agreement.
        let called = try await test.askForPaul()
        #expect(try await !test.openCalls(called).isEmpty)
        for _ in 0..<3 {
            test.clock.move(.days(400))
            try await test.retain()
        }
        #expect(try await test.request(matched)?.status == .matched)
        #expect(try await test.request(called)?.status == .awaitingAgreement)
        #expect(try await test.person(try #require(try await test.request(called)?.beneficiary)) != nil)
    }

    @Test func whoHasNoMailIsRungByTheOwner() async throws {
        let test = try await TestHouse()
        let id = try await test.takeCall()
        try await settleCalls(id, test)
        test.clock.move(.days(54))
        try await test.retain()
        await test.work()
        let mail = try #require(test.mailer.sent.last { $0.subject.contains("va être close") })
        #expect(mail.to.address == "martine@clairval.test" && mail.text.contains("/referent/demandes/\(id.text)"))
    }

    @Test(arguments: Engine.all) func anOfferThatNobodyUsesIsWarnedOfAndWithdrawn(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (left, kept) = (try await test.keptOffer(of: test.cast.karim), try await test.keptOffer(of: test.cast.lucie))
        let start = test.clock.now
        test.move(to: start + .days(53) + .milliseconds(1))
        try await test.retain()
        #expect(await mails("proposition", test) == 2)
        try await OwnOffers(test.house).change(kept.id, .keep, by: Actor(person: test.cast.lucie.id), in: test.town)
        test.move(to: start + .days(60))
        try await test.retain()
        #expect(try await status(left.id, test) == .active)
        test.clock.move(.milliseconds(1))
        try await test.retain()
        #expect(try await status(left.id, test) == .withdrawn)
        #expect(try await status(kept.id, test) == .active)
    }

    private func status(_ id: ID<Offer>, _ test: TestHouse) async throws -> Offer.Status? {
        try await test.house.read(test.town.town) { try Offers($0).find(id)?.status }
    }

    @Test(arguments: Engine.all) func anAccountWithoutAVisitIsWarnedOfAMonthBeforeAndErased(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let start = test.clock.now
        test.move(to: RetentionTerm.months(23).end(of: start, in: .paris))
        try await test.retain()
        #expect(await mails("compte", test) == 0)
        test.clock.move(.milliseconds(1))
        try await test.retain()
        #expect(await mails("compte", test) == 2, "Karim and Lucie")
        let (lucie, seen) = (test.cast.lucie, test.clock.now)
        try await test.house.write(test.town.town) { try People($0).noteSeen(lucie.id, now: seen) }
        test.move(to: RetentionTerm.months(24).end(of: start, in: .paris))
        try await test.retain()
        #expect(try await test.person(test.cast.karim.id) != nil)
        test.clock.move(.milliseconds(1))
        try await test.retain()
        #expect(try await test.person(test.cast.karim.id) == nil)
        for kept in [lucie, test.cast.martine, test.cast.administrator, test.cast.officer] {
            #expect(try await test.person(kept.id) != nil, "seen, or answerable for something")
        }
        #expect(try await test.journal(about: test.cast.karim) == ["decided retention"])
        #expect(try test.house.keys.notes(in: "erasures").contains { $0.contains(test.cast.karim.id.text) })
    }

    @Test func anAnswerByTheLinkOfAMailIsAVisit() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim)
        test.clock.move(.days(500))
        _ = try await test.openRequest()
        await test.work()
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.karim), .no, in: test.town)
        #expect(try await test.person(test.cast.karim.id)?.lastSeenAt == test.clock.now)
        test.clock.move(.days(300))
        try await test.retain()
        test.clock.move(.days(40))
        try await test.retain()
        #expect(try await test.person(test.cast.karim.id) != nil)
    }
}
