import Domain
import Foundation
import Testing

@Suite struct RightsRequestTests {
    private let zone = TimeZone.paris

    private func day(_ text: String) throws -> Moment { try #require(CivilDay(text)).midnight(in: zone) + .hours(9) }

    private func request(_ kind: RightsRequest.Kind, received: Moment) throws -> RightsRequest {
        let new = NewRightsRequest(kind: kind, answerBy: .letter, name: "Rose Martin", contact: "3 rue du Puits")
        return RightsRequest(
            id: ID(high: 1, low: 2), reference: try #require(Reference("T4K92H")), new, door: .web, language: "fr", receivedAt: received,
            dueAt: RightsRequest.due(kind, received: received, in: zone))
    }

    @Test(arguments: [
        (RightsRequest.Kind.access, "2027-01-31", "2027-02-28"), (.erasure, "2026-12-15", "2027-01-15"),
        (.accessibility, "2026-11-26", "2026-12-03"), (.accessibility, "2027-03-25", "2027-04-01"),
    ])
    func theLawSetsTheDeadline(_ kind: RightsRequest.Kind, _ received: String, _ due: String) throws {
        let one = try request(kind, received: try day(received))
        #expect(one.dueAt == (try day(due)))
        #expect(!one.isOverdue(one.dueAt) && one.isOverdue(one.dueAt + .milliseconds(1)))
    }

    @Test func itIsProlongedOnceInTimeAndForAReason() throws {
        let received = try day("2026-11-26")
        var one = try request(.access, received: received)
        #expect(throws: Refusal.invalid("reason", "refusal.words")) { try one.extend(reason: nil, now: received, in: zone) }
        var late = one
        #expect(throws: Refusal(.conflict, "refusal.rights.tooLate")) {
            try late.extend(reason: "r", now: late.dueAt + .milliseconds(1), in: zone)
        }
        try one.extend(reason: "r", now: one.dueAt, in: zone)
        #expect(one.dueAt == (try day("2027-02-26")))
        #expect(throws: Refusal(.conflict, "refusal.rights.extension")) { try one.extend(reason: "r", now: received, in: zone) }
        var complaint = try request(.accessibility, received: received)
        #expect(throws: Refusal(.conflict, "refusal.rights.extension")) { try complaint.extend(reason: "r", now: received, in: zone) }
    }

    @Test func nothingIsAnsweredBeforeItIsKnownWhoAsks() throws {
        let now = try day("2026-11-26")
        let done = RightsRequest.Answer(result: .done, words: nil, at: now, by: nil)
        var one = try request(.erasure, received: now)
        #expect(throws: Refusal.invalid("result", "refusal.rights.identity")) { try one.answer(done) }
        one.identity = .init(how: .document, at: now, by: nil)
        #expect(throws: Refusal.invalid("words", "refusal.rights.reason")) {
            try one.answer(.init(result: .refused, words: nil, at: now, by: nil))
        }
        try one.answer(done)
        #expect(throws: Refusal(.conflict, "refusal.rights.answered")) { try one.answer(done) }
        var complaint = try request(.accessibility, received: now)
        try complaint.answer(done)
        #expect(complaint.answer == done)
    }

    @Test func theFormSaysEverythingThatIsMissing() throws {
        func wrong(_ fields: [String: String]) -> [String] {
            do {
                _ = try RightsForm(fields).read()
                return []
            } catch {
                return error.fields.map(\.name)
            }
        }
        #expect(wrong([:]) == ["kind", "name", "answerBy"])
        #expect(wrong(["kind": "access", "name": "Rose", "answerBy": "email", "email": "x"]) == ["email"])
        #expect(wrong(["kind": "access", "name": "Rose", "answerBy": "letter", "email": "rose@a.test"]) == ["address"])
        #expect(wrong(["kind": "access", "name": "Rose", "answerBy": "phone", "phone": "04 90 00 00 01"]).isEmpty)
    }

    @Test func aLetterArrivedOnADayThatHasBeen() throws {
        let now = try day("2026-11-26")
        var fields = ["kind": "access", "name": "Rose", "answerBy": "letter", "address": "3 rue du Puits", "door": "paper"]
        fields["receivedOn"] = "2026-11-27"
        #expect(throws: Refusal.invalid("receivedOn", "refusal.rights.day")) { try RightsForm(fields).readEntry(now: now, in: zone) }
        fields["receivedOn"] = "2026-11-20"
        let entry = try RightsForm(fields).readEntry(now: now, in: zone)
        #expect(entry.receivedAt == (try day("2026-11-20")) - .hours(9) && entry.1 == .paper)
        fields["door"] = "web"
        #expect(throws: Refusal.invalid("door", "refusal.rights.door")) { try RightsForm(fields).readEntry(now: now, in: zone) }
    }
}
