import Domain
import Foundation
import Geography
import Testing

@Suite struct HelperSearchTests {
    /// Saturday 21 November 2026, 10 h in Paris.
    private let now = Moment(milliseconds: 1_795_251_600_000)
    private let here: ID<Neighbourhood> = testID(1)
    private let near: ID<Neighbourhood> = testID(2)
    private let far: ID<Neighbourhood> = testID(3)

    /// 800 m and 8 km to the east.
    private var anchors: [ID<Neighbourhood>: Point] {
        [
            here: Point(longitude: 5.00, latitude: 43.58), near: Point(longitude: 5.01, latitude: 43.58),
            far: Point(longitude: 5.10, latitude: 43.58),
        ]
    }

    private func category(_ mode: Domain.Category.Mode = .inPerson, _ tier: TrustTier = .doorstep) -> Domain.Category {
        Domain.Category(id: testID(10), key: "groceries", labels: [:], icon: "basket", mode: mode, tier: tier, position: 0)
    }

    private func request(_ wanted: WhenWanted = .now, at place: ID<Neighbourhood>?) -> HelpRequest {
        HelpRequest(
            id: testID(20), reference: Reference { 7 }, category: testID(10), neighbourhood: place, asker: testID(21),
            beneficiary: testID(22),
            wanted: wanted, urgency: .urgent, door: .web, status: .open, rung: .helpers, rungDue: nil, owner: testID(23), createdAt: now)
    }

    private func candidate(_ number: UInt64, asked: Int = 0, _ change: (inout Helper) -> Void = { _ in }) -> Candidate {
        var helper = Helper(person: testID(number), neighbourhood: near, joinedAt: now)
        helper.tier = .doorstep
        change(&helper)
        return Candidate(helper: helper, recentAsks: asked)
    }

    private func search(
        _ wanted: WhenWanted = .now, at place: ID<Neighbourhood>? = testID(1), mode: Domain.Category.Mode = .inPerson,
        tier: TrustTier = .doorstep, later: Duration = .zero
    ) -> HelperSearch {
        HelperSearch(request(wanted, at: place), category(mode, tier), on: Ground(anchors: anchors), at: now + later, in: .paris)
    }

    @Test func aWillingNeighbourIsEligible() { #expect(search().isEligible(candidate(100))) }

    @Test func whoAsksIsHelpedOrOwnsIsNotAsked() {
        for number: UInt64 in 21...23 { #expect(!search().isEligible(candidate(number))) }
    }

    @Test func whoDidNotComeTwiceIsAskedAfterTheOthersAndStillAsked() {
        var missed = candidate(100) { $0.neighbourhood = here }
        missed.noShows = 1
        let others = [candidate(101), candidate(102) { $0.lastAskedAt = now - .days(1) }]
        #expect(search().ordered([missed] + others).first?.helper.person == testID(100), "once is forgiven")
        missed.noShows = 2
        #expect(search().ordered([missed] + others).map(\.helper.person) == [testID(101), testID(102), testID(100)])
        let found = search().result([missed, others[0]]).found
        let wave = JointWave(.urgent, chance: 0.3, target: 0.9, most: 6)
        #expect(wave.cost(of: found[1], now: now) > wave.cost(of: found[0], now: now))
        #expect(wave.cost(of: found[1], now: now) < wave.penalty(ofPlace: 0), "rather them than nobody")
    }

    @Test func pausesBudgetsAndTrustCount() {
        #expect(!search().isEligible(candidate(100, asked: 2)))
        #expect(search().isEligible(candidate(100, asked: 1)))
        #expect(!search().isEligible(candidate(100) { $0.pausedUntil = now + .hours(1) }))
        #expect(search().isEligible(candidate(100) { $0.pausedUntil = now }))
        #expect(!search().isEligible(candidate(100) { $0.tier = .remote }))
        #expect(!search().isEligible(candidate(100) { $0.isActive = false }))
    }

    @Test func whoSleepsIsAskedOnAWiderRingOnly() {
        let sleeper = candidate(100) { $0.asleepSince = now - .days(1) }
        #expect(!search().isEligible(sleeper))
        var wider = request(at: here)
        wider.rung = .wider
        let search = HelperSearch(wider, category(), on: Ground(anchors: anchors), at: now, in: .paris)
        #expect(search.isEligible(sleeper))
    }

    @Test func whoReturnedComesBeforeWhoWasAskedSince() {
        let returned = candidate(101) { ($0.lastAskedAt, $0.returnedAt) = (now - .days(2), now - .days(1)) }
        let asked = candidate(100) { $0.lastAskedAt = now - .days(60) }
        #expect(search().ordered([asked, returned]).map(\.helper.person) == [testID(101), testID(100)])
    }

    @Test func nearIsWithinOnesOwnReach() {
        #expect(!search().isEligible(candidate(100) { $0.radius = 700 }))
        #expect(!search().isEligible(candidate(100) { $0.neighbourhood = far }))
        #expect(
            search().isEligible(
                candidate(100) {
                    $0.neighbourhood = far
                    $0.radius = 9_000
                }))
        #expect(search(at: nil).isEligible(candidate(100) { $0.neighbourhood = far }))
    }

    @Test func distanceDoesNotMatterFromAfar() {
        let remote = candidate(100) {
            $0.isRemoteOnly = true
            $0.neighbourhood = far
        }
        #expect(search(mode: .remote).isEligible(remote))
        #expect(search(mode: .either).isEligible(remote))
        #expect(!search(mode: .inPerson).isEligible(remote))
        #expect(search(mode: .remote).isEligible(candidate(100) { $0.neighbourhood = far }))
        #expect(!search(mode: .either).isEligible(candidate(100) { $0.neighbourhood = far }))
    }

    @Test func daysAndHoursSuit() {
        #expect(!search().isEligible(candidate(100) { $0.days = [1, 2, 3, 4, 5] }))
        #expect(!search().isEligible(candidate(100) { $0.toHour = 10 }))
        #expect(search().isEligible(candidate(100) { $0.fromHour = 18 }))
        let monday = LocalTime(now, in: .paris).at(hour: 0, daysLater: 2, in: .paris)
        #expect(search(.on(monday)).isEligible(candidate(100) { $0.days = [1] }))
        #expect(!search(.on(monday)).isEligible(candidate(100) { $0.days = [6] }))
        #expect(!search(.on(monday), later: .days(3)).isEligible(candidate(100)))
        #expect(search(.every(.weekly)).isEligible(candidate(100) { $0.days = [2] }))
    }

    @Test func minorsNeverGoInsideNorOutAtNight() {
        func minor(_ number: UInt64, authorised: Bool = true) -> Candidate {
            candidate(number) {
                $0.isMinor = true
                $0.hasParentalAuthorisation = authorised
                $0.tier = .money
                $0.toHour = 24
            }
        }
        #expect(search().isEligible(minor(100)))
        #expect(!search().isEligible(minor(100, authorised: false)))
        #expect(!search(tier: .insideHome).isEligible(minor(100)))
        #expect(!search(tier: .money).isEligible(minor(100)))
        #expect(search(later: .hours(9)).isEligible(minor(100)))
        #expect(!search(later: .hours(10)).isEligible(minor(100)))
        #expect(Eligibility.mayHelp(minor(100).helper, category(.inPerson, .money))?.key == "refusal.minor")
    }

    @Test func theNearComeFirstThenNewcomersThenTheLongestIdle() {
        let far = candidate(101) {
            $0.neighbourhood = self.far
            $0.radius = 20_000
        }
        let unplaced = candidate(102) { $0.neighbourhood = nil }
        let recent = candidate(103) { $0.lastAskedAt = now - .days(8) }
        let idle = candidate(104) { $0.lastAskedAt = now - .days(80) }
        let newcomer = candidate(105)
        let byCar = candidate(106) {
            $0.neighbourhood = self.far
            $0.radius = 20_000
            $0.travel = .car
            $0.lastAskedAt = now - .days(90)
        }
        let order = search().ordered([far, unplaced, byCar, recent, idle, newcomer]).map(\.helper.person)
        #expect(order == [105, 104, 103, 106, 101, 102].map { testID($0) })
        #expect(search().ordered([newcomer, idle, recent, byCar, unplaced, far]).map(\.helper.person) == order)
    }

    @Test func onTheWiderRingTheSameHelpersAreAskedFurtherAway() {
        var asked = request(at: here)
        asked.rung = .wider
        let wider = HelperSearch(asked, category(), on: Ground(anchors: anchors), at: now, in: .paris)
        #expect(!search().isEligible(candidate(100) { $0.radius = 700 }))
        #expect(wider.isEligible(candidate(100) { $0.radius = 700 }))
        #expect(!wider.isEligible(candidate(100) { $0.radius = 300 }))
    }

    @Test func whoHelpedThisPersonBeforeComesFirstWhereAFaceCounts() {
        var known = candidate(101) { $0.lastAskedAt = now }
        known.hasHelpedBefore = true
        let others = [candidate(100), known]
        #expect(search().ordered(others).map(\.helper.person) == [testID(100), testID(101)], "for shopping turns count")
        #expect(search(.every(.weekly)).ordered(others).first?.helper.person == testID(101))
        let inside = [known, candidate(100)].map {
            var one = $0
            one.helper.tier = .insideHome
            return one
        }
        #expect(search(tier: .insideHome).ordered(inside).first?.helper.person == testID(101))
    }

    @Test func languageCountsWherePeopleTalk() {
        func search(_ mode: Domain.Category.Mode) -> HelperSearch {
            HelperSearch(
                request(at: here), category(mode), language: "en", on: Ground(anchors: anchors), at: now, in: .paris)
        }
        #expect(!search(.remote).isEligible(candidate(100)))
        #expect(search(.remote).isEligible(candidate(100) { $0.languages = ["fr", "en"] }))
        #expect(search(.inPerson).isEligible(candidate(100)))
    }

    @Test func aCrisisAsksMoreOftenButNotThoseWhoWantNoAsks() {
        var settings = LadderSettings()
        settings.extraAsks = 2
        let crisis = HelperSearch(request(at: here), category(), on: Ground(anchors: anchors), settings: settings, at: now, in: .paris)
        #expect(crisis.isEligible(candidate(100, asked: 3)))
        #expect(!crisis.isEligible(candidate(100, asked: 4)))
        #expect(!crisis.isEligible(candidate(100) { $0.weeklyAsks = 0 }))
    }

    @Test func whoIsLeftInPeaceIsCountedByReason() {
        let result = search().result([
            candidate(21), candidate(100), candidate(101, asked: 2), candidate(102) { $0.pausedUntil = now + .days(1) },
            candidate(103) { $0.tier = .remote }, candidate(104) { $0.days = [] }, candidate(105) { $0.neighbourhood = far },
        ])
        #expect(result.found.map(\.person) == [testID(100)])
        #expect(result.excluded == [.involved: 1, .budget: 1, .paused: 1, .trust: 1, .hours: 1, .distance: 1])
    }

    @Test func byNightOnlyWhatIsUrgentReachesWhoAgreed() {
        let night = now + .hours(13)
        func obstacle(_ urgency: Urgency, _ change: (inout Helper) -> Void) -> HelperSearch.Obstacle? {
            var asked = request(at: here)
            asked.urgency = urgency
            let search = HelperSearch(asked, category(), on: Ground(anchors: anchors), at: night, isNight: true, in: .paris)
            return search.result([candidate(100, change)]).excluded.keys.first
        }
        #expect(obstacle(.urgent) { _ in } == .night)
        #expect(obstacle(.urgent) { $0.acceptsNights = true } == nil, "though their day ends at 20 h")
        #expect(obstacle(.soon) { $0.acceptsNights = true } == .night)
        #expect(obstacle(.urgent) { ($0.acceptsNights, $0.isMinor, $0.hasParentalAuthorisation) = (true, true, true) } == .night)
        #expect(obstacle(.urgent) { ($0.acceptsNights, $0.days) = (true, [1]) } == .hours, "the other wishes hold")
    }
}

func testID<Subject>(_ number: UInt64) -> ID<Subject> {
    ID(high: 0, low: number)
}
