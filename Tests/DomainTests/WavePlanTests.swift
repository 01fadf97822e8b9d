import Foundation
import Testing

@testable import Domain

@Suite struct WavePlanTests {
    private let now = Moment(milliseconds: 1_795_251_600_000)
    private let category: ID<Domain.Category> = testID(10)

    /// Numbered by place; every so many were never asked, those who joined first last in the order.
    private func found(_ count: Int, newcomers: Set<Int> = [], known: Set<Int> = [], band: (Int) -> Int = { _ in 0 }) -> HelperSearch.Result
    {
        let all = (0..<count).map { number in
            var helper = Helper(person: testID(UInt64(100 + number)), joinedAt: now - .days(number))
            helper.lastAskedAt = newcomers.contains(number) ? nil : now - .days(20)
            let candidate = Candidate(helper: helper, recentAsks: 0)
            return HelperSearch.Found(candidate: candidate, band: band(number), isKnown: known.contains(number))
        }
        return .init(found: all, excluded: [.distance: 3])
    }

    private func plan(_ search: HelperSearch.Result, target: Double = 0.9, most: Int = 30, share: Int = 0) -> WavePlan {
        WavePlan(search, AnswerRates(), category: category, part: .morning, target: target, most: most, newcomerShare: share)
    }

    private func numbers(_ plan: WavePlan) -> [Int] { plan.chosen.map { Int((now - $0.joinedAt) / .days(1)) } }

    @Test func asksAsFewAsMakeAYesLikelyEnough() {
        for (target, expected) in [(0.1, 1), (0.2, 1), (0.3, 2), (0.6, 5), (0.9, 11)] {
            let plan = plan(found(40), target: target)
            #expect(plan.chosen.count == expected)
            #expect(plan.reasoning.chance >= target - 1e-9)
            let fewer = 1 - pow(1 - AnswerRates.prior, Double(expected - 1))
            #expect(fewer < target, "one fewer would have done")
        }
    }

    @Test func neverMoreThanTheTownAllowsNorThanThereAre() {
        #expect(plan(found(40), target: 0.999, most: 4).chosen.count == 4)
        #expect(plan(found(3), target: 0.999).chosen.count == 3)
        #expect(plan(found(0)).chosen.isEmpty)
        #expect(plan(found(5), target: 0.1, most: 0).chosen.count == 1, "a request is never left alone by a setting")
    }

    @Test func keepsPlacesForThoseWhomNobodyEverAsked() {
        let search = found(40, newcomers: [30, 35, 38])
        #expect(numbers(plan(search, share: 0)) == Array(0..<11))
        let shared = numbers(plan(search, share: 30))
        // Three places in ten; who has waited longest comes first.
        #expect(shared == [0, 1, 2, 38, 3, 4, 35, 5, 6, 30, 7])
    }

    @Test func aKnownFaceGivesItsPlaceToNobody() {
        let search = found(20, newcomers: [10, 11, 12], known: [0, 1])
        #expect(numbers(plan(search, share: 100)).prefix(2) == [0, 1])
        #expect(plan(search, share: 100).reasoning.known == 2)
    }

    @Test func saysWhyInNumbers() {
        let reasoning = plan(found(40, newcomers: [0])).reasoning
        #expect(reasoning.asked == 11 && reasoning.eligible == 40 && reasoning.newcomers == 1 && reasoning.measured == 0)
        #expect(reasoning.excluded == [.distance: 3])
    }

    @Test func aFirstPlaceIsWorthMoreThanATenthAndUrgencyMoreThanDistance() {
        let wave = JointWave(.urgent, chance: 0.2, target: 0.9, most: 12)
        #expect(wave.places == 11)
        let penalties = (0..<wave.places).map { wave.penalty(ofPlace: $0) }
        #expect(penalties == penalties.sorted(by: >) && Set(penalties).count == penalties.count)
        let ordinary = JointWave(.ordinary, chance: 0.2, target: 0.6, most: 12)
        #expect(ordinary.places == 5 && ordinary.penalty(ofPlace: 0) < wave.penalty(ofPlace: 0))
        let far = found(1, band: { _ in 40 }).found[0]
        #expect(wave.cost(of: far, now: now) < wave.penalty(ofPlace: 0))
    }

    /// As in a wave of one request: who is known before who is near, and whoever failed to come twice lately after both.
    @Test(arguments: Urgency.allCases) func aPlanOfManyAsksWhoIsKnownFirst(_ urgency: Urgency) {
        let wave = JointWave(urgency, chance: 0.2, target: 0.1, most: 12)
        let (known, near) = (found(1, known: [0], band: { _ in 12 }).found[0], found(2, newcomers: [1]).found[1])
        func first(_ found: [HelperSearch.Found]) -> ID<Person>? { JointPlan([(wave, found)], now: now).chosen[0].first?.person }
        #expect(wave.places == 1 && first([known, near]) == known.person)
        var missed = known.candidate
        missed.noShows = NoShow.tolerated
        let later = HelperSearch.Found(candidate: missed, band: 0, isKnown: true)
        #expect(missed.isAskedLater && first([near, later]) == near.person)
    }
}
