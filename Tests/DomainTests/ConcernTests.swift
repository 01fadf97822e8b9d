import Domain
import Testing

@Suite struct ConcernTests {
    private let evening = Moment(milliseconds: 1_795_804_200_000)  // 27 November 2026, 19:30 in Paris
    private let owner = ID<Person>(high: 1, low: 1)
    private let clock = RungClock(LadderSettings(), in: .paris)

    private func concern(_ kind: Concern.Kind, at now: Moment? = nil) -> Concern {
        Concern(id: ID(high: 0, low: 1), kind: kind, by: ID(high: 2, low: 2), at: now ?? evening, owner: owner, clock: clock)
    }

    @Test func dangerDoesNotSleep() {
        #expect(concern(.danger).dueAt == evening + .hours(1))
        #expect(concern(.abuse).dueAt == evening + .hours(4))
        let next = LocalTime(evening, in: .paris).at(hour: LadderSettings().dayStartsAt, daysLater: 1, in: .paris)
        #expect(concern(.health).dueAt == next, "its time ends in the night: first thing in the morning")
        #expect(concern(.isolation).dueAt == evening + .days(2))
    }

    @Test func whoeverTakesItFirstHasIt() {
        var one = concern(.health)
        let takes = [one.take(by: "Anne", now: evening), one.take(by: "Luc", now: evening + .minutes(1))]
        #expect(takes == [true, false])
        #expect(one.taker == "Anne" && one.dueAt == evening + .days(7))
        one.close(.seen, "vue ce soir", now: evening + .hours(1))
        one.close(.unfounded, nil, now: evening + .hours(2))
        let isTakenLate = one.take(by: "Luc", now: evening)
        #expect(one.result == .seen && one.resultWords == "vue ce soir" && !one.isOpen && !isTakenLate)
    }

    @Test func nobodyLetsItLie() {
        var one = concern(.danger)
        let isEarly = one.remind(now: evening, clock: clock)
        #expect(!isEarly, "not before its time")
        var now = one.dueAt
        for count in 1...Concern.mostReminders {
            let isTold = one.remind(now: now, clock: clock)
            #expect(isTold && one.reminders == count && one.dueAt == now + .hours(1))
            now = one.dueAt
        }
        let isToldAgain = one.remind(now: now, clock: clock)
        #expect(!isToldAgain && one.isOverdue(now), "it stays on the list, and nobody is written to for ever")
        let isTaken = one.take(by: "Anne", now: now)
        #expect(isTaken && one.reminders == 0)
        let isFollowedUp = one.remind(now: now + .days(7), clock: clock)
        #expect(isFollowedUp, "and how did it end?")
    }

    @Test func othersSeeItOnlyOnceItIsLate() {
        var one = concern(.health)
        let administrator = Actor(person: ID(high: 3, low: 3), roles: [Role(.administrator)])
        #expect(one.maySee(Actor(person: owner, roles: [Role(.referent)])))
        #expect(!one.maySee(Actor(person: owner)), "whose last role has ended")
        #expect(!one.maySee(administrator) && !one.maySee(Actor(person: ID(high: 2, low: 2), roles: [Role(.operator)])))
        let isTold = one.remind(now: one.dueAt, clock: clock)
        #expect(isTold && one.maySee(administrator))
        #expect(!one.maySee(Actor(person: ID(high: 4, low: 4), roles: [Role(.referent)])) && !one.maySee(.visitor))
    }

    @Test func factsAreAskedForAllAtOnce() {
        let refusal = #expect(throws: Refusal.self) { try ConcernForm([:]).read(isKnown: false) }
        #expect(refusal?.fields.map(\.name) == ["kind", "who", "words"])
        let known = #expect(throws: Refusal.self) { try ConcernForm(["kind": "health", "words": " "]).read(isKnown: true) }
        #expect(known?.fields.map(\.name) == ["words"])
    }
}
