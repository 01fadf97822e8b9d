import Database
import Domain
import Mail
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct AgreementTests {
    static let yes = AgreementForm(["answer": "yes", "channel": "phone", "noticeGiven": "yes", "sharePhone": "yes"])

    /// What every mail said, with its recipient.
    private func mails(_ test: TestHouse, to address: String) -> [String] {
        test.mailer.sent.filter { $0.to.address == address }.map { "\($0.subject) \($0.text)" }
    }

    @Test(arguments: Engine.all) func nobodyHearsOfAPersonBeforeTheyAgreed(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let id = try await test.askForPaul()
        test.clock.move(.hours(30))
        await test.work()
        #expect(mails(test, to: "karim@clairval.test").isEmpty)
        #expect(try await PublicNeeds(test.house).find(id, in: test.town) == nil)
        await #expect(throws: Refusal.self) {
            try await Dispatch(test.house).assign(
                test.cast.karim.id, to: id, contact: "karim@clairval.test", by: test.guide, in: test.town)
        }
        test.clock.move(.hours(-20))
        try await Referents(test.house).record(Self.yes, for: id, by: test.guide, in: test.town)
        await test.work()
        let asked = mails(test, to: "karim@clairval.test")
        #expect(asked.count == 1)
        #expect(asked.allSatisfy { !$0.contains("Paul") && !$0.contains("Vernet") && !$0.contains("Saules") })
    }

    @Test(arguments: Engine.all) func aYesIsRecordedWithWhoHeardItAndHow(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.askForPaul()
        test.clock.move(.hours(1))
        try await Referents(test.house).record(Self.yes, for: id, by: test.guide, in: test.town)
        let request = try #require(try await test.request(id))
        #expect(request.status == .open && request.rung == .helpers)
        #expect(request.agreement == .init(at: test.clock.now, channel: .phone, heardBy: test.cast.martine.id))
        let consents = try await test.house.read(test.town.town) { try Consents($0).inForce(of: request.beneficiary) }
        #expect(Set(consents.map(\.purpose)) == [.notice, .sharePhone] && consents.allSatisfy { $0.subject == id.bytes })
        #expect(try await test.openCalls(id).isEmpty)
        await test.work()
        #expect(mails(test, to: "jeanne@clairval.test").contains { $0.contains("Paul est d’accord") })
        // The same form again changes nothing.
        test.clock.move(.hours(1))
        try await Referents(test.house).record(AgreementForm(["answer": "no", "channel": "phone"]), for: id, by: test.guide, in: test.town)
        #expect(try await test.request(id)?.status == .open)
    }

    @Test func aNoEndsItKindly() async throws {
        let test = try await TestHouse()
        let id = try await test.askForPaul()
        try await Referents(test.house).record(
            AgreementForm(["answer": "no", "channel": "in_person"]), for: id, by: test.guide, in: test.town)
        #expect(try await test.request(id)?.status == .cancelled)
        await test.work()
        #expect(mails(test, to: "jeanne@clairval.test").contains { $0.contains("préfère se débrouiller") })
        #expect(try await test.journal(.decided) == ["cancelled_declined"])
    }

    @Test(arguments: Engine.all) func nobodyAtHomeCountsAndComesBackByDay(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let id = try await test.askForPaul()
        test.clock.move(.hours(10))
        try await Referents(test.house).record(AgreementForm(["answer": "unreachable"]), for: id, by: test.guide, in: test.town)
        let call = try #require(try await test.openCalls(id).first)
        #expect(call.attempts == 1 && call.lastResult == .noAnswer)
        // It was 20 h on Saturday: three hours later is night, so Sunday at 8.
        #expect(call.dueAt == TestClock.start + .hours(22))
        #expect(try await test.request(id)?.status == .awaitingAgreement)
    }

    @Test func aYesNeedsTheNoticeAndAnAnswerAboutTheNumber() async throws {
        let test = try await TestHouse()
        let id = try await test.askForPaul()
        let refusal = await #expect(throws: Refusal.self) {
            try await Referents(test.house).record(
                AgreementForm(["answer": "yes", "heardOn": "2027-01-01"]), for: id, by: test.guide, in: test.town)
        }
        #expect(refusal?.fields.map(\.name) == ["channel", "heardOn", "noticeGiven", "sharePhone"])
        await #expect(throws: Refusal.notFound) {
            try await Referents(test.house).record(Self.yes, for: id, by: test.otherGuide, in: test.town)
        }
        #expect(try await test.request(id)?.status == .awaitingAgreement)
    }
}
