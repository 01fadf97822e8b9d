import Domain
import Foundation
import Testing

@Suite struct SuggestionRankingTests {
    private let now = Moment(milliseconds: 1_795_251_600_000)

    private func category(startsOn: Rung? = nil, tier: TrustTier = .doorstep) -> Domain.Category {
        var category = Domain.Category(
            id: testID(10), key: "groceries", labels: [:], icon: "basket", mode: .inPerson, tier: tier, position: 0)
        category.startsOn = startsOn
        return category
    }

    private func request(_ criteria: Set<Criterion> = []) -> HelpRequest {
        var request = HelpRequest(
            id: testID(20), reference: Reference { 7 }, category: testID(10), neighbourhood: nil, asker: testID(21),
            beneficiary: testID(22),
            wanted: .now, urgency: .urgent, door: .phone, status: .open, rung: .helpers, rungDue: nil, owner: testID(23), createdAt: now)
        request.criteria = criteria
        return request
    }

    private func helper(_ number: UInt64, band: Int = 0, load: Int = 0, _ change: (inout SuggestedHelper) -> Void = { _ in })
        -> SuggestedHelper
    {
        let person = Person(id: testID(number), firstName: "Aidant", phone: PhoneNumber("0612345678"), channel: .phone, createdAt: now)
        let candidate = Candidate(helper: Helper(person: person.id, joinedAt: now), recentAsks: 0)
        var helper = SuggestedHelper(person, candidate, nil, load: load)
        helper.band = band
        change(&helper)
        return helper
    }

    private func organisation(_ number: UInt64, _ kind: Organisation.Kind, load: Int = 0, askedAt: Moment? = nil) -> DispatchSuggestion {
        var one = Organisation(
            id: testID(number), kind: kind, name: "Le Fournil", email: EmailAddress("fournil@exemple.fr")!, owner: testID(23),
            createdAt: now)
        one.lastAskedAt = askedAt
        return .organisation(SuggestedOrganisation(one, load: load, ask: nil))
    }

    private func order(
        _ suggestions: [DispatchSuggestion], _ request: HelpRequest? = nil, _ category: Domain.Category? = nil
    ) -> [UInt8?] {
        SuggestionRanking(request ?? self.request(), category ?? self.category()).ordered(suggestions).map {
            $0.helper?.person.bytes.last ?? $0.organisation?.organisation.bytes.last
        }
    }

    @Test func itGoesTheRequestsOwnWay() {
        let all = [
            organisation(5, .ccas), organisation(4, .service), organisation(3, .communalReserve), organisation(2, .association),
            .helper(helper(1)),
        ]
        #expect(order(all) == [1, 2, 3, 4, 5])
        #expect(order(all, nil, category(startsOn: .association)).first == 2, "associations first, where the help begins there")
        #expect(order(all, request([.distress])).first == 5, "distress goes to the CCAS at once")
    }

    @Test func theLeastBusyOfTheNearestComesFirst() {
        let busy = helper(1, band: 0, load: 2) { $0.turn = nil }
        let free = helper(2, band: 0, load: 0) { $0.turn = now }
        let far = helper(3, band: 3)
        #expect(order([busy, free, far].map(DispatchSuggestion.helper)) == [2, 1, 3])
    }

    @Test func atTheSamePlaceWhoWasAskedLongestAgo() {
        let lately = helper(1) { $0.turn = now - .days(1) }
        let before = helper(2) { $0.turn = now - .days(9) }
        #expect(order([lately, before, helper(3)].map(DispatchSuggestion.helper)) == [3, 2, 1])
    }

    @Test func aKnownFaceCountsInsideTheHomeOnly() {
        let pair = [helper(1), helper(2, band: 4) { $0.isKnown = true }].map(DispatchSuggestion.helper)
        #expect(order(pair) == [1, 2])
        #expect(order(pair, nil, category(tier: .insideHome)) == [2, 1])
    }

    @Test func whoFailedTwiceOrMayNotComesLast() {
        let failed = helper(1) { $0.noShows = NoShow.tolerated }
        let barred = helper(2) { $0.refusal = .notFound }
        #expect(order([barred, failed, helper(3, band: 9)].map(DispatchSuggestion.helper)) == [3, 1, 2])
    }

    @Test func theLeastBusyOrganisationOfARungThenTheLongestUnasked() {
        let all = [
            organisation(1, .association, load: 3), organisation(2, .association, askedAt: now),
            organisation(3, .association, askedAt: now - .days(1)),
        ]
        #expect(order(all) == [3, 2, 1])
    }

    @Test func minutesAreThoseOfTheirWayOfTravel() {
        var helper = helper(1)
        helper.metres = 400
        #expect(helper.minutes == 6)
        helper.travel = .car
        #expect(helper.minutes == 1)
        helper.metres = nil
        #expect(helper.minutes == nil)
    }

    private func call(_ result: DispatchCall.Result?, again: Moment? = nil) -> DispatchCall {
        var call = DispatchCall(id: testID(90), request: testID(20), helper: testID(1), caller: testID(23), begunAt: now)
        (call.result, call.againAt) = (result, again)
        return call
    }

    @Test func theListKeepsItsPromisesFirst() {
        let fresh = [helper(1), helper(2)]
        #expect(CallingList(fresh, now: now).next == testID(1))
        let told = helper(3) { $0.call = call(.later, again: now - .minutes(1)) }
        let later = helper(4) { $0.call = call(.unreached, again: now + .hours(3)) }
        let list = CallingList(fresh + [later, told], now: now)
        #expect(list.next == testID(3), "who was told « at that hour » is rung at that hour")
        #expect(list.waiting.map(\.person) == [testID(4)])
    }

    @Test func aCallThatNobodyEndedDoesNotHoldForEver() {
        let left = helper(1) { $0.call = call(nil) }
        #expect(CallingList([left], now: now).next == testID(1))
        #expect(
            CallingList(
                [
                    helper(1) {
                        $0.call = call(nil); $0.isBusy = true
                    }
                ], now: now
            ).next == nil)
    }

    @Test func whoSaidNoHasNoTelephoneOrIsBeingRungIsNotNext() {
        let none = [
            helper(1) { $0.call = call(.no) }, helper(2) { $0.isRung = false }, helper(3) { $0.isBusy = true },
            helper(4) { $0.refusal = .notFound },
        ]
        #expect(CallingList(none, now: now).next == nil && CallingList(none, now: now).waiting.isEmpty)
    }
}
