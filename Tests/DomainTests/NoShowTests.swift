import Domain
import Testing

@Suite struct NoShowTests {
    private let now = Moment(milliseconds: 1_795_251_600_000)
    private let martine: ID<Person> = ID(high: 0, low: 9)

    private var reported: NoShow {
        let match = Match(
            id: ID(high: 0, low: 1), request: ID(high: 0, low: 2), helper: ID(high: 0, low: 3), origin: .ask, insuranceVersion: 1,
            createdAt: now)
        return NoShow(id: ID(high: 0, low: 4), match: match, notedAt: now)
    }

    @Test func nothingIsKeptBeforeTheHelperWasHeard() throws {
        var noShow = reported
        #expect(throws: Refusal(.conflict, "refusal.noShowHearing")) { try noShow.decide(keeps: true, by: martine, at: now) }
        noShow.record(by: martine, at: now)
        #expect(!noShow.mayBeKept(now + NoShow.hearing - .milliseconds(1)))
        #expect(noShow.mayBeKept(now + NoShow.hearing))
        noShow.answer = .init(words: "train en retard", at: now)
        #expect(noShow.mayBeKept(now))
        try noShow.decide(keeps: true, by: martine, at: now)
        #expect(noShow.state == .kept && noShow.decision == .init(by: martine, at: now))
    }

    @Test func strikingOutIsAlwaysPossibleAndTheFirstDecisionStays() throws {
        var noShow = reported
        try noShow.decide(keeps: false, by: martine, at: now)
        #expect(noShow.state == .struck)
        try noShow.decide(keeps: true, by: martine, at: now + .days(1))
        noShow.record(by: martine, at: now + .days(1))
        #expect(noShow.state == .struck && noShow.decision?.at == now && noShow.recording == nil)
    }
}
