import Domain
import Foundation
import Testing

@Suite struct CallTests {
    private let now = Moment(milliseconds: 1_795_000_000_000)
    private let odile = ID<Person>(high: 1, low: 1)
    private let other = ID<Person>(high: 1, low: 2)
    private var call: Call { Call(id: ID(high: 9, low: 9), by: odile, now: now) }

    private func categories() -> [Domain.Category] {
        [("groceries", 1), ("medicine", 2)].map {
            Category(
                id: ID(high: 2, low: $0.1), key: $0.0, labels: ["fr": $0.0], icon: "basket", mode: .either, tier: .doorstep, position: 0)
        }
    }

    private func choices() -> AskForm.Choices {
        AskForm.Choices(categories: categories(), neighbourhoods: [], now: now, zone: TimeZone(identifier: "Europe/Paris")!)
    }

    @Test func whoWritesOnAnOlderVersionIsTold() throws {
        var call = call
        try call.save(CallForm(["details": "pain"]), seen: 1, by: odile, now: now + .minutes(1))
        #expect(call.version == 2 && call.draft == ["details": "pain"])
        let refusal = #expect(throws: Refusal.self) { try call.save(CallForm([:]), seen: 1, by: odile, now: now) }
        #expect(refusal?.key == "refusal.callMoved" && call.draft == ["details": "pain"])
        let stranger = #expect(throws: Refusal.self) { try call.save(CallForm([:]), seen: 2, by: other, now: now) }
        #expect(stranger?.key == "refusal.callHeld")
    }

    @Test func theNoticeIsDatedOnce() throws {
        var call = call
        try call.save(CallForm(["notice": "yes"]), seen: 1, by: odile, now: now + .minutes(1))
        try call.save(CallForm(["notice": "yes"]), seen: 2, by: odile, now: now + .minutes(2))
        #expect(call.noticeReadAt == now + .minutes(1))
    }

    @Test func aCallIsTakenOverWhenKeptOrSilentAndByTheDeskOnly() throws {
        var call = call
        let desk = Actor(person: other, roles: [Role(.operator)])
        let guide = Actor(person: other, roles: [Role(.referent)])
        #expect(!call.mayBeTakenOver(by: desk, now: now + .minutes(14)) && call.mayBeTakenOver(by: desk, now: now + .minutes(15)))
        try call.keep(by: odile, now: now)
        #expect(call.mayBeTakenOver(by: desk, now: now) && !call.mayBeTakenOver(by: guide, now: now + .days(1)))
        try call.takeOver(by: desk, now: now)
        #expect(call.holder == other && call.begunBy == odile && call.state == .inProgress)
        try call.end(as: .abandoned, by: other, now: now)
        #expect(!call.mayBeTakenOver(by: desk, now: now + .days(1)))
    }

    @Test func nothingTypedOutlivesTheCall() throws {
        var call = Call(id: ID(high: 9, low: 9), by: odile, phone: PhoneNumber("0490112233"), draft: ["phone": "0490112233"], now: now)
        try call.end(as: .nobody, by: odile, now: now)
        #expect(call.draft.isEmpty && call.phone == nil && call.endedAt == now)
        #expect(throws: Refusal.self) { try call.end(as: .told, by: odile, now: now) }
    }

    @Test func severalNeedsShareThePeopleAndThePlace() throws {
        let form = CallForm([
            "category": "groceries", "details": "du pain", "category-3": "medicine", "when-3": "date", "date-3": "2026-12-24",
            "place": "3 rue des Lilas", "firstName": "Odette", "notice": "yes", "constraints": "3e étage", "criterion-over_70": "yes",
        ])
        let call = try form.read(choices(), knowing: [])
        #expect(form.filled == [1, 3] && form.needCount == 3)
        #expect(call.requests.map(\.category.key) == ["groceries", "medicine"])
        #expect(call.requests.allSatisfy { $0.place == "3 rue des Lilas" && $0.constraints == "3e étage" && $0.criteria == [.over70] })
        #expect(call.requests.map(\.details) == ["du pain", nil] && call.requests[0].wanted == .now && call.requests[1].wanted != .now)
    }

    @Test func noNumberAndNoNameIsServed() throws {
        let call = try CallForm(["category": "groceries", "notice": "yes"]).read(choices(), knowing: [])
        #expect(call.requests[0].asker.phone == nil && call.requests[0].asker.name.first.isEmpty && !call.sharesPhone)
    }

    @Test func whatIsWrongIsSaidWhereItStands() {
        let form = CallForm(["category": "groceries", "details-2": "au chaud", "when-2": "date", "phone": "0490112233"])
        let known = [odile]
        let refusal = #expect(throws: Refusal.self) { try form.read(choices(), knowing: known) }
        #expect(refusal?.fields.map(\.name) == ["notice", "category-2", "date-2", "sharePhone", "known"])
    }

    @Test func anEarlierRequestOfTheSameKindIsASecondTimeUnlessSomebodySaidAnother() {
        func request(_ number: UInt64, _ category: UInt64, _ status: HelpRequest.Status = .open) -> HelpRequest {
            HelpRequest(
                id: ID(high: 5, low: number), reference: Reference { number }, category: ID(high: 2, low: category), neighbourhood: nil,
                asker: odile, beneficiary: odile, wanted: .now, urgency: .soon, door: .web, status: status, rung: .helpers, rungDue: nil,
                owner: other, createdAt: now)
        }
        var form = CallForm(["category": "groceries", "category-2": "medicine"])
        let earlier = [request(1, 1), request(2, 1, .cancelled), request(3, 2)]
        #expect(form.repetitions(among: earlier, categories()).map { [UInt64($0.need), $0.request.id.low] } == [[1, 1], [2, 3]])
        form.note(other: earlier[0].id)
        #expect(form.repetitions(among: earlier, categories()).map(\.need) == [2])
        form.join(2, to: earlier[2].id)
        #expect(form.repetitions(among: earlier, categories()).isEmpty && form.filled == [1] && form.needCount == 2)
        form.join(2, to: nil)
        #expect(form.filled == [1, 2], "what was typed of it is still there")
    }

    @Test func onlyFieldsOfTheFormAreKept() {
        let form = CallForm([
            "category": "x", "category-6": "y", "version": "3", "details": "", "place": String(repeating: "a", count: 9_000),
        ])
        #expect(form.fields == ["category": "x"])
    }

    @Test func aTownSaysWhatIsUrgent() {
        var rule = UrgencyRule()
        (rule.urgent, rule.raising) = ([.alone], 1)
        #expect(Urgency(.every(.weekly), [.alone], by: rule, now: now) == .urgent)
        #expect(Urgency(.every(.weekly), [.distress], by: rule, now: now) == .soon)
        rule.raising = 0
        #expect(Urgency(.every(.weekly), [.distress, .over70, .cannotCarry], by: rule, now: now) == .ordinary)
    }
}
