import Domain
import Foundation
import Testing

@Suite struct OrganisationTests {
    private static let start = Moment(milliseconds: 1_795_251_600_000)
    private static func id<Thing>(_ number: UInt64) -> ID<Thing> { ID(high: 7, low: number) }
    private static let (here, there): (ID<Neighbourhood>, ID<Neighbourhood>) = (id(1), id(2))
    private static let (errands, words): (ID<Domain.Category>, ID<Domain.Category>) = (id(3), id(4))

    private static func organisation(
        _ number: UInt64, _ kind: Organisation.Kind = .association, askedAt: Moment? = nil, zone: Set<ID<Neighbourhood>>? = nil,
        takes: Set<ID<Domain.Category>>? = nil
    ) -> Organisation {
        var one = Organisation(
            id: id(number), kind: kind, name: "n\(number)", email: EmailAddress("n\(number)@clairval.test")!, owner: id(9), zone: zone,
            categories: takes, createdAt: start + .hours(Int(number)))
        one.lastAskedAt = askedAt
        return one
    }

    private static func request(in place: ID<Neighbourhood>? = here) -> HelpRequest {
        HelpRequest(
            id: id(20), reference: Reference { 5 }, category: errands, neighbourhood: place, asker: id(21), beneficiary: id(21),
            wanted: .now,
            urgency: .urgent, door: .web, status: .open, rung: .association, rungDue: start, owner: id(9), createdAt: start)
    }

    private static func turn(
        in place: ID<Neighbourhood>? = here, asked: Set<ID<Organisation>> = [], calledOut: Bool = false, stopped: Bool = false
    ) -> OrganisationTurn {
        OrganisationTurn(request(in: place), asked: asked, isReserveCalledOut: calledOut, isStopped: stopped)
    }

    @Test func theLongestUnaskedComesFirstAndNobodyTwice() {
        let all = [
            Self.organisation(1, askedAt: Self.start), Self.organisation(2, askedAt: Self.start - .days(3)), Self.organisation(4),
            Self.organisation(3),
        ]
        #expect(Self.turn().ordered(all, on: .association).map(\.name) == ["n3", "n4", "n2", "n1"])
        #expect(
            Self.turn().ordered(all.reversed(), on: .association).map(\.name) == ["n3", "n4", "n2", "n1"], "in whatever order they lie")
        #expect(Self.turn(asked: [Self.id(3), Self.id(2)]).ordered(all, on: .association).map(\.name) == ["n4", "n1"])
        #expect(Self.turn().ordered(all, on: .agent).isEmpty)
    }

    @Test func halfOfItsTimeIsOverOnceAndByDay() {
        let clock = RungClock(LadderSettings(), in: .paris)
        var ask = OrganisationAsk(
            id: Self.id(30), request: Self.id(20), organisation: Self.id(1), rung: .association, sentAt: Self.start,
            dueAt: Self.start + .hours(8))
        #expect(ask.reminder(at: Self.start, clock) == Self.start + .hours(4))
        #expect(ask.reminder(at: Self.start + .hours(5), clock) == Self.start + .hours(5), "late is better than never")
        #expect(ask.reminder(at: Self.start + .hours(8), clock) == nil)
        // From ten in the morning to noon of the next day: half of it is eleven at night.
        ask.dueAt = Self.start + .hours(26)
        #expect(ask.reminder(at: Self.start, clock) == Self.start + .hours(22), "the next morning")
        ask.dueAt = Self.start + .hours(22)
        #expect(ask.reminder(at: Self.start + .hours(12), clock) == nil, "no morning is left")
        ask.dueAt = Self.start + .hours(8)
        ask.remindedAt = Self.start + .hours(4)
        #expect(ask.reminder(at: Self.start + .hours(5), clock) == nil)
    }

    @Test func onlyWhereAndForWhatItServes() {
        let all = [
            Self.organisation(1, zone: [Self.there]), Self.organisation(2, zone: [Self.here, Self.there]),
            Self.organisation(3, takes: [Self.words]), Self.organisation(4, takes: [Self.errands]), Self.organisation(5),
        ]
        #expect(Self.turn().ordered(all, on: .association).map(\.name) == ["n2", "n4", "n5"])
        #expect(Self.turn(in: nil).ordered(all, on: .association).map(\.name) == ["n4", "n5"], "an unknown quartier is nobody's zone")
        var stopped = Self.organisation(6)
        stopped.isActive = false
        #expect(Self.turn().ordered([stopped], on: .association).isEmpty)
    }

    @Test func eachKindHasItsRungAndTheReserveOnlyWhileCalledOut() {
        let all = Organisation.Kind.allCases.enumerated().map { Self.organisation(UInt64($0.offset), $0.element) }
        #expect(Self.turn().rungs(all) == [.association, .agent, .ccas])
        #expect(Self.turn(calledOut: true).rungs(all) == [.association, .reserve, .agent, .ccas])
        #expect(Self.turn().ordered(all, on: .reserve).isEmpty)
        #expect(Self.turn(calledOut: true).ordered(all, on: .reserve).count == 1)
        #expect(Self.turn(calledOut: true, stopped: true).rungs(all) == [.agent, .ccas], "who meets nobody new is answered by the town")
        #expect(Organisation.Kind.allCases.map(\.frame) == [.association, .communalReserve, .townService, .ccas])
    }

    @Test(arguments: 1...5) func theRungsTimeIsSharedAndNeverPassed(_ count: Int) {
        let clock = RungClock(LadderSettings(), in: .paris)
        let until = Self.start + .hours(8)
        var now = Self.start
        for left in (1...count).reversed() {
            let due = OrganisationAsk.due(from: now, until: until, left: left, clock)
            #expect(due > now && due <= until)
            now = due
        }
        #expect(now == until, "the last has what is left")
        // A share that would end by night ends in the morning, or with the rung.
        #expect(OrganisationAsk.due(from: Self.start, until: Self.start + .hours(26), left: 2, clock) == Self.start + .hours(22))
        #expect(OrganisationAsk.due(from: Self.start, until: Self.start + .hours(14), left: 1, clock) == Self.start + .hours(14))
    }

    private static func choices() -> OrganisationForm.Choices {
        let category = Domain.Category(
            id: errands, key: "groceries", labels: ["fr": "Courses"], icon: "basket", mode: .either, tier: .doorstep, position: 0)
        let quartier = Neighbourhood(id: here, slug: "la-gare", name: "La Gare", anchor: nil, position: 0)
        return .init(categories: [category], neighbourhoods: [quartier], owners: [id(9)])
    }

    private static let typed = [
        "name": " Le  Fournil ", "kind": "association", "email": "Fournil@Clairval.test", "language": "fr", "owner": "", "zone": "some",
        "zone-la-gare": "yes", "takes": "all",
    ]

    @Test func theFormReadsWhatItWrote() throws {
        var form = OrganisationForm(Self.typed)
        let owner: ID<Person> = Self.id(9)
        form.fields["owner"] = owner.text
        let read = try form.added(Self.choices(), id: Self.id(1), now: Self.start)
        #expect(read.name == "Le Fournil" && read.email.text == "Fournil@clairval.test" && read.owner == owner)
        #expect(read.zone == [Self.here] && read.categories == nil && read.isActive)
        let again = OrganisationForm(read, Self.choices().categories, Self.choices().neighbourhoods)
        #expect(try again.changed(read, Self.choices()) == read)
        var asked = read
        (asked.lastAskedAt, asked.isActive) = (Self.start, false)
        #expect(try again.changed(asked, Self.choices()) == asked, "what no field says stays")
    }

    @Test func everythingWrongIsSaidAtOnce() {
        let refusal = #expect(throws: Refusal.self) {
            try OrganisationForm(["zone": "some", "takes": "x"]).added(Self.choices(), id: Self.id(1), now: Self.start)
        }
        #expect(refusal?.fields.map(\.name) == ["name", "kind", "email", "language", "owner", "zone", "takes"])
        let outsider = #expect(throws: Refusal.self) {
            try OrganisationForm(Self.typed).added(Self.choices(), id: Self.id(1), now: Self.start)
        }
        #expect(outsider?.fields.map(\.key) == ["refusal.organisationOwner"], "who has no role answers for nobody")
    }

    @Test func anActivationIsOpenFromItsFirstDayToItsLast() throws {
        let fields = ["decidedBy": "Mme Dupont, maire", "why": "Crue", "from": "2026-11-21", "until": "2026-11-22"]
        let decision = try ReserveActivationForm(fields).read(now: Self.start, in: .paris)
        var one = ReserveActivation(
            id: Self.id(1), decidedBy: decision.decidedBy, why: decision.why, from: decision.from, until: decision.until,
            recordedBy: Self.id(9), recordedAt: Self.start)
        #expect(one.isOpen(at: Self.start) && one.isOpen(at: Self.start + .hours(37)) && !one.isOpen(at: Self.start + .hours(38)))
        one.closedAt = Self.start + .hours(1)
        #expect(!one.isOpen(at: Self.start + .hours(2)) && !one.isAhead(of: Self.start))
    }

    @Test(arguments: [
        (["until": "2026-11-20"], "until"), (["from": "2026-11-20"], "from"), (["until": "2027-03-01"], "until"),
        (["decidedBy": "  "], "decidedBy"), (["why": ""], "why"), (["from": "hier"], "from"),
    ]) func aDecisionThatCannotBeIsRefused(_ change: [String: String], _ field: String) {
        let fields = ["decidedBy": "Mme Dupont, maire", "why": "Crue", "from": "2026-11-21", "until": "2026-11-22"]
        let refusal = #expect(throws: Refusal.self) {
            try ReserveActivationForm(fields.merging(change) { $1 }).read(now: Self.start, in: .paris)
        }
        #expect(refusal?.fields.map(\.name) == [field])
    }
}
