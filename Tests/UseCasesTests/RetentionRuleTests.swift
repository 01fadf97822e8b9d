import Database
import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// Rules without a notice: what began at the limit stays, what began a millisecond before goes.
@Suite struct RetentionRuleTests {
    private static let subjects: [(RetentionRule.Subject, SQL)] = [
        (.endedUnanswered, "help_requests"), (.fulfilledRequests, "help_requests"), (.withdrawnOffers, "offers"), (.messages, "messages"),
        (.peopleWithoutRequest, "people"), (.sentMails, "outbound_mails"), (.consentProofs, "consent_proofs"),
        (.answeredRights, "rights_requests"), (.decidedReports, "reports"), (.noShows, "no_shows"),
        (.stoppedOrganisations, "organisations"), (.endedActivations, "reserve_activations"), (.calls, "calls"),
        (.concerns, "concerns"),
        (.duties, "duties"),
    ]

    private func isLeft(_ subject: RetentionRule.Subject, _ table: SQL, _ id: [UInt8], _ test: TestHouse) async throws -> Bool {
        if subject == .decidedReports {
            let report: ID<Report> = try #require(ID(bytes: id))
            return try await test.house.read(test.town.town) { try Reports($0).find(report)?.words != nil }
        }
        guard subject == .endedUnanswered || subject == .fulfilledRequests else { return try await test.count(table, id) == 1 }
        let request: ID<HelpRequest> = try #require(ID(bytes: id))
        return try await test.request(request)?.asker != Person.nobody.id
    }

    @Test(arguments: Engine.all, subjects.map(\.0)) func theLimitIsExact(_ engine: Engine, _ subject: RetentionRule.Subject) async throws {
        let test = try await TestHouse(on: engine)
        let table = try #require(Self.subjects.first { $0.0 == subject }?.1)
        let rule = try #require(RetentionRule.of(subject))
        test.clock.move(.days(4_000))
        let limit = rule.limit(test.clock.now, in: test.town.town)
        let before = try await test.due(subject)
        let kept = try await test.make(subject, began: limit)
        let gone = try await test.make(subject, began: limit - .milliseconds(1))
        #expect(try await test.due(subject) == before + 1)
        #expect(try await isLeft(subject, table, gone, test), "a report changes nothing")
        try await test.retain()
        #expect(try await isLeft(subject, table, kept, test))
        #expect(try await !isLeft(subject, table, gone, test))
        let runs = try await test.runs().filter { $0.subject == subject }
        let run = try #require(runs.first)
        #expect(runs.count == 1 && run.span.count == before + 1 && run.fate == rule.fate && run.term == rule.term)
        #expect(run.span.last == limit - .milliseconds(1))
        #expect(try await test.journal(.purged).filter { $0 == "retention_\(subject.rawValue)" }.count == 1)
        try await test.retain()
        #expect(try await test.runs().filter { $0.subject == subject } == runs, "a second run finds nothing")
        test.clock.move(.milliseconds(1))
        try await test.retain()
        #expect(try await !isLeft(subject, table, kept, test))
    }

    @Test(arguments: Engine.all) func aFulfilledRequestNamesNobodyAndIsStillCounted(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let id = try await test.openRequest(["details": "mot secret"])
        await test.work()
        let match = try await test.sayYes(test.cast.karim, to: id)
        try await RequestClosing(test.house).record(
            OutcomeForm(["result": "helped"]), as: Actor(person: test.cast.karim.id), of: match.id, in: test.town)
        let closed = try #require(try await test.request(id))
        test.move(to: RetentionTerm.months(12).end(of: try #require(closed.closedAt), in: .paris) + .milliseconds(1))
        let counts: SQL = "SELECT count(*) FILTER (WHERE outcome = 'helped') FROM help_requests"
        let before: Int? = try await test.house.database.read { try $0.value(counts) }
        try await test.retain()
        #expect(try await test.house.database.read { try $0.value(counts) as Int? } == before && before == 1)
        let empty = try #require(try await test.request(id))
        let nobody = Person.nobody.id
        #expect(empty.asker == nobody && empty.beneficiary == nobody && empty.owner == nobody && empty.details == nil)
        #expect(empty.category == closed.category && empty.neighbourhood == closed.neighbourhood && empty.outcome == .helped)
        let (shell, outcomes) = try await test.house.read(test.town.town) { (try Matches($0).find(match.id), try Outcomes($0).of(id)) }
        #expect(shell?.helper == nobody && shell?.frame == match.frame && outcomes.map(\.recordedBy) == [nil])
        #expect(try await test.asks(id) == [nobody])
        try await test.retain()
        #expect(try await test.person(closed.asker) == nil, "who asked once and never again is gone the next night")
    }

    @Test(arguments: Engine.all) func anOrganisationStaysWhileARequestThatItWasAskedForNamesSomebody(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let fournil = try await test.makeOrganisation("fournil")
        let request = try await test.openRequestForOrganisations()
        try await test.answer("fournil", .accept)
        let keeping = OrganisationKeeping(test.house)
        try await keeping.switched(fournil.id, on: false, by: test.boss, in: test.town)
        func isThere() async throws -> Bool { try await test.count("organisations", fournil.id.bytes) == 1 }
        test.clock.move(.days(400))
        try await test.retain()
        #expect(try await isThere(), "it holds a request")
        let now = test.clock.now
        try await test.house.write(test.town.town) { try RequestShell(request, $0).empty(now: now) }
        try await test.retain()
        #expect(try await !isThere())
        #expect(try await test.count("help_requests", request.bytes) == 1, "the request is still counted")
        #expect(try await keeping.all(by: test.boss, in: test.town).isEmpty)
    }

    @Test(arguments: Engine.all) func anOrganisationThatIsAskedAgainBeginsAnew(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let fournil = try await test.makeOrganisation("fournil")
        let keeping = OrganisationKeeping(test.house)
        for isOn in [false, true] { try await keeping.switched(fournil.id, on: isOn, by: test.boss, in: test.town) }
        test.clock.move(.days(400))
        try await test.retain()
        #expect(try await keeping.find(fournil.id, by: test.boss, in: test.town).isActive)
        try await keeping.switched(fournil.id, on: false, by: test.boss, in: test.town)
        test.clock.move(.days(300))
        try await test.retain()
        #expect(try await keeping.find(fournil.id, by: test.boss, in: test.town).stoppedAt != nil, "its year is not over")
        test.clock.move(.days(100))
        try await test.retain()
        await #expect(throws: Refusal.notFound) { _ = try await keeping.find(fournil.id, by: test.boss, in: test.town) }
    }

    @Test(arguments: Engine.all) func hundredsGoInBatchesOntoOneSlip(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        test.clock.move(.days(40))
        let (now, house) = (test.clock.now, test.house)
        try await house.write(test.town.town) { scope in
            let mails = try OutboundMails(scope)
            for number in 0..<250 {
                try mails.insert(
                    OutboundMail(
                        id: house.world.id(), recipient: EmailAddress("a@b.test")!, letter: Letter(kind: "t", subject: "s", paragraphs: []),
                        language: "fr", createdAt: now - .days(31) - .milliseconds(number)))
            }
        }
        #expect(try await Retention(house).run(in: test.town) == false)
        let slip = try #require(try await test.runs().first { $0.subject == .sentMails })
        #expect(slip.span == RetentionSpan(count: 250, first: now - .days(31) - .milliseconds(249), last: now - .days(31)))
        #expect(try await test.due(.sentMails) == 0)
    }

    @Test func whoeverHelpedInATownOfTheirOwnIsNotTouchedByAnothers() async throws {
        let test = try await TestHouse()
        test.clock.move(.days(40))
        _ = try await test.make(.sentMails, began: test.clock.now - .days(31))
        try await Retention(test.house).run(in: test.elsewhere)
        #expect(try await test.due(.sentMails) == 1)
        try await test.retain()
        #expect(try await test.due(.sentMails) == 0)
    }

    @Test(arguments: Engine.all) func theNightRunsByItself(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        await test.work(withSchedules: true)
        test.clock.move(.days(40))
        _ = try await test.make(.sentMails, began: test.clock.now - .days(31))
        await test.work(withSchedules: true)
        #expect(try await test.due(.sentMails) == 0)
    }

    @Test func aTownsOwnTermAndApprovalAreOnTheSlip() async throws {
        let test = try await TestHouse()
        test.clock.move(.days(400))
        let retention = Retention(test.house)
        for typed in ["6", "91", "", "x", "-30"] {
            await #expect(throws: Refusal.self) {
                try await retention.change(.sentMails, RetentionForm(["term": typed]), by: test.officer, in: test.town.town)
            }
        }
        await #expect(throws: Refusal.notFound) {
            try await retention.change(.sentMails, RetentionForm(["term": "7"]), by: test.administrator, in: test.town.town)
        }
        try await retention.change(
            .sentMails, RetentionForm(["term": "7", "approval": "visa 2026-12"]), by: test.officer, in: test.town.town)
        #expect(try await test.journal(.changedSettings).contains("retention_sent_mails"))
        _ = try await test.make(.sentMails, began: test.clock.now - .days(7) - .milliseconds(1))
        try await test.retain()
        let slip = try #require(try await test.runs().first { $0.subject == .sentMails })
        #expect(slip.approval == "visa 2026-12" && slip.term == .days(7) && slip.span.count == 1)
        #expect(try await retention.slip(slip.id, by: test.officer, in: test.town.town) == slip)
        await #expect(throws: Refusal.notFound) { try await retention.slip(slip.id, by: test.administrator, in: test.town.town) }
        await #expect(throws: Refusal.notFound) { try await retention.slip(slip.id, by: test.officer, in: test.elsewhere.town) }
    }
}
