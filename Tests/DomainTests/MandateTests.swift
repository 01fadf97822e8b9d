import Domain
import Foundation
import Testing

@Suite struct MandateTests {
    private let paris = TimeZone(identifier: "Europe/Paris")!
    private let now = Moment(milliseconds: 1_795_251_600_000)
    private let jeanne: ID<Person> = Self.id(1)
    private let karim: ID<Person> = Self.id(2)
    private let martine: ID<Person> = Self.id(3)
    private let tilleuls: ID<Neighbourhood> = Self.id(10)
    private var guide: Actor { Actor(person: martine, roles: [Role(.referent, neighbourhood: tilleuls)]) }
    private var otherGuide: Actor { Actor(person: Self.id(4), roles: [Role(.referent, neighbourhood: Self.id(11))]) }

    private static func id<Subject>(_ number: UInt64) -> ID<Subject> { ID(high: 0x7000, low: 0x8000_0000_0000_0000 | number) }

    private func mandate(of holder: ID<Person>?, _ powers: Set<Mandate.Power> = [.ask, .follow]) -> Mandate {
        Mandate(
            id: Self.id(20), represented: jeanne, holder: holder, relation: holder == nil ? nil : .neighbour, neighbourhood: tilleuls,
            powers: powers, months: 6, proposedBy: holder ?? martine, proposedAt: now)
    }

    private func confirmed(of holder: ID<Person>?, _ powers: Set<Mandate.Power> = [.ask, .follow]) throws -> Mandate {
        var mandate = mandate(of: holder, powers)
        try mandate.confirm(.phone, by: guide, now: now, zone: paris)
        return mandate
    }

    @Test func nothingHoldsBeforeTheYes() {
        #expect(throws: Refusal(.forbidden, "refusal.mandateOver")) {
            try mandate(of: karim).allow(.ask, to: Actor(person: karim), now: now)
        }
    }

    @Test func itHoldsForItsTermAndNotAMillisecondLonger() throws {
        let mandate = try confirmed(of: karim)
        let end = try #require(mandate.endsAt)
        #expect(end == now.adding(months: 6, in: paris))
        let proxy = Actor(person: karim)
        try mandate.allow(.ask, to: proxy, now: now)
        try mandate.allow(.ask, to: proxy, now: end - .milliseconds(1))
        #expect(throws: Refusal(.forbidden, "refusal.mandateOver")) { try mandate.allow(.ask, to: proxy, now: end) }
        #expect(mandate.standing(end) == .expired && mandate.standing(end - .milliseconds(1)) == .confirmed)
        #expect(!mandate.isInForce(now - .milliseconds(1)), "not before it began")
    }

    @Test func whatWasNotGivenIsNotAllowed() throws {
        let mandate = try confirmed(of: karim)
        #expect(throws: Refusal(.forbidden, "refusal.mandatePower")) {
            try mandate.allow(.converse, to: Actor(person: karim), now: now)
        }
        for deed in Mandate.Deed.allCases {
            #expect((deed.power == .converse) == (deed == .wrote) && (deed.power == .ask) == (deed == .asked), "\(deed)")
        }
    }

    @Test func aProxyIsOnePersonAndTheStructureIsWhoeverGuidesThere() throws {
        let proxy = try confirmed(of: karim)
        #expect(proxy.kind == .proxy)
        for stranger in [guide, otherGuide, .visitor, Actor(person: jeanne)] {
            #expect(throws: Refusal.notFound) { try proxy.allow(.ask, to: stranger, now: now) }
        }
        let structure = try confirmed(of: nil)
        #expect(structure.kind == .structure)
        try structure.allow(.ask, to: guide, now: now)
        try structure.allow(.ask, to: Actor(person: Self.id(5), roles: [Role(.administrator)]), now: now)
        let moderator = Actor(person: Self.id(6), roles: [Role(.moderator)])
        for stranger in [otherGuide, moderator, .visitor, Actor(person: karim)] {
            #expect(throws: Refusal.notFound) { try structure.allow(.ask, to: stranger, now: now) }
        }
    }

    @Test func nobodyConfirmsTheirOwnOrElsewhere() {
        var own = mandate(of: martine)
        #expect(throws: Refusal(.forbidden, "refusal.ownMandate")) { try own.confirm(.paper, by: guide, now: now, zone: paris) }
        var other = mandate(of: karim)
        #expect(throws: Refusal.self) { try other.confirm(.phone, by: otherGuide, now: now, zone: paris) }
        #expect(own.state == .pending && other.state == .pending)
    }

    @Test func revokedItOpensNothingAndCannotBeConfirmedAgain() throws {
        var mandate = try confirmed(of: karim)
        let (first, again) = (mandate.close(by: jeanne, now: now + .days(1)), mandate.close(by: karim, now: now + .days(2)))
        #expect(first && !again && mandate.closedBy == jeanne)
        #expect(throws: Refusal(.forbidden, "refusal.mandateOver")) {
            try mandate.allow(.follow, to: Actor(person: karim), now: now + .days(1))
        }
        #expect(throws: Refusal(.conflict, "refusal.mandateOver")) { try mandate.confirm(.phone, by: guide, now: now, zone: paris) }
    }

    @Test func nearItsEndItIsToldAndMayBeProlonged() throws {
        var mandate = try confirmed(of: karim)
        let end = try #require(mandate.endsAt)
        #expect(mandate.isEnding(end - .days(14)) && !mandate.isEnding(end - .days(14) - .milliseconds(1)) && !mandate.isEnding(end))
        #expect(throws: Refusal(.conflict, "refusal.mandateOver")) {
            try mandate.confirm(.phone, by: guide, now: end - .days(20), zone: paris)
        }
        try mandate.confirm(.paper, by: guide, now: end - .days(3), zone: paris)
        #expect(mandate.startsAt == now && mandate.endsAt == (end - .days(3)).adding(months: 6, in: paris))
        #expect(mandate.confirmation?.channel == .paper)
        var over = try confirmed(of: karim)
        let (early, due, again) = (over.expire(end - .milliseconds(1)), over.expire(end), over.expire(end))
        #expect(!early && due && !again && over.state == .expired && over.closedBy == nil)
    }

    @Test func itCoversTheirOwnRequestsOnly() throws {
        let mandate = try confirmed(of: karim)
        func request(_ asker: ID<Person>, _ beneficiary: ID<Person>, _ status: HelpRequest.Status, _ at: Moment) throws -> HelpRequest {
            HelpRequest(
                id: Self.id(30), reference: try #require(Reference("T4K-92H")), category: Self.id(31), neighbourhood: tilleuls,
                asker: asker,
                beneficiary: beneficiary, wanted: .now, urgency: Urgency(.now, now: now), door: .web, status: status, rung: .helpers,
                rungDue: nil, owner: martine, createdAt: at)
        }
        #expect(mandate.covers(try request(jeanne, jeanne, .closed, now)))
        #expect(mandate.covers(try request(jeanne, jeanne, .open, now - .days(3))), "it lives")
        #expect(!mandate.covers(try request(jeanne, jeanne, .closed, now - .days(3))), "it was over before")
        #expect(!mandate.covers(try request(jeanne, karim, .open, now)), "she asked for somebody else")
        #expect(!mandate.covers(try request(karim, jeanne, .open, now)), "somebody else asked for her")
    }

    @Test func aProposalSaysWhoWhatAndHowLong() throws {
        let form = MandateForm(["firstName": "Jeanne", "phone": "04 90 00 00 01", "relation": "family", "months": "6", "ask": "yes"])
        let proposal = try form.read(.proxy, [])
        #expect(proposal.powers == [.ask] && proposal.months == 6 && proposal.relation == .family)
        func refused(_ changes: [String: String], _ kind: Mandate.Kind = .proxy) -> [String] {
            do throws(Refusal) {
                _ = try MandateForm(form.fields.merging(changes) { $1 }).read(kind, [])
                return []
            } catch { return error.fields.map(\.key) }
        }
        #expect(refused(["months": "24"]) == ["refusal.mandateTerm"] && refused(["months": "0"]) == ["refusal.mandateTerm"])
        #expect(refused(["ask": ""]) == ["refusal.mandatePowers"])
        #expect(refused(["phone": ""]) == ["refusal.mandatePhone"] && refused(["phone": "", "relation": ""], .structure).isEmpty)
        #expect(refused(["relation": "spouse"]) == ["refusal.relation"])
    }

    @Test func aYesSaysHowAndWhoOfThoseWithTheNumber() throws {
        let yes = ["answer": "yes", "channel": "phone", "noticeGiven": "yes"]
        #expect(try MandateAnswerForm(yes).read(knowing: []) == .yes(.phone, known: nil))
        #expect(throws: Refusal.invalid("known", "refusal.known")) { try MandateAnswerForm(yes).read(knowing: [jeanne]) }
        #expect(try MandateAnswerForm(yes.merging(["known": jeanne.text]) { $1 }).read(knowing: [jeanne]) == .yes(.phone, known: jeanne))
        #expect(try MandateAnswerForm(yes.merging(["known": "new"]) { $1 }).read(knowing: [jeanne]) == .yes(.phone, known: nil))
        #expect(throws: Refusal.self) { try MandateAnswerForm(yes.merging(["known": karim.text]) { $1 }).read(knowing: [jeanne]) }
        #expect(throws: Refusal.self) { try MandateAnswerForm(["answer": "yes", "channel": "letter"]).read(knowing: []) }
        #expect(try MandateAnswerForm(["answer": "no"]).read(knowing: [jeanne]) == .no)
        #expect(try MandateAnswerForm(["answer": "unreachable"]).read(knowing: []) == .unreachable)
    }
}
