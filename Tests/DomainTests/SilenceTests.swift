import Domain
import Foundation
import Testing

@Suite struct SilenceTests {
    private let start = Moment(milliseconds: 1_795_251_600_000)

    private func silence(_ lastSign: Moment, _ sent: [Moment], at now: Moment) -> Silence {
        Silence(lastSign: lastSign, sent: sent, now: now, in: .paris)
    }

    @Test func aMonthOfSilenceIsAQuestionAndTwoQuestionsAreSleep() {
        #expect(silence(start, [], at: start + .days(29)) == .none)
        #expect(silence(start, [], at: start + .days(31)) == .ask)
        let first = start + .days(31)
        #expect(silence(start, [first], at: first + .days(27)) == .none, "there is still time to answer")
        #expect(silence(start, [first], at: first + .days(31)) == .ask)
        let second = first + .days(31)
        #expect(silence(start, [first, second], at: second + .days(27)) == .none)
        #expect(silence(start, [first, second], at: second + .days(31)) == .sleep)
    }

    @Test func aSignBetweenTwoQuestionsBeginsAnew() {
        let (first, second) = (start + .days(31), start + .days(100))
        #expect(silence(first + .days(30), [first, second], at: second + .days(31)) == .ask)
    }

    @Test func aClockThatWentBackAsksNothingTwice() {
        let asked = start + .days(31)
        #expect(silence(start, [asked], at: asked - .days(3)) == .none)
        #expect(silence(start, [asked], at: start + .days(32)) == .none)
    }
}

@Suite struct SleepTests {
    @Test func whoWakesIsNewAgain() {
        let joined = Moment(milliseconds: 1_000)
        var helper = Helper(person: ID(high: 1, low: 1), joinedAt: joined)
        helper.lastAskedAt = joined + .days(3)
        #expect(helper.lastTurn == helper.lastAskedAt && helper.newSince == joined)
        let early = helper.wake(now: joined + .days(5))
        #expect(!early, "who does not sleep does not wake")
        helper.asleepSince = joined + .days(90)
        let back = joined + .days(120)
        let woke = helper.wake(now: back)
        #expect(woke && !helper.isAsleep)
        #expect(helper.lastTurn == nil && helper.newSince == back)
        #expect(helper.isJustBack(now: back + .days(2)) && !helper.isJustBack(now: back + .days(3)))
        helper.lastAskedAt = back + .days(1)
        #expect(helper.lastTurn == back + .days(1))
    }
}
