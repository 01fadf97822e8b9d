import Domain
import Testing

@Suite struct LadderPathTests {
    private func category(startsOn start: Rung? = nil, leavesOut left: Set<Rung> = []) -> Domain.Category {
        var category = Domain.Category(
            id: testID(1), key: "groceries", labels: [:], icon: "basket", mode: .inPerson, tier: .doorstep, position: 0)
        (category.startsOn, category.leavesOut) = (start, left)
        return category
    }

    private let everybody = Set(Rung.allCases)

    @Test func theUsualWayGoesFromNeighboursToTheTown() {
        #expect(
            LadderPath(category(), [], staffed: everybody).rungs
                == [.helpers, .wider, .referent, .association, .reserve, .agent, .duty])
    }

    @Test func aRungWithoutAnybodyIsNotThere() {
        #expect(LadderPath(category(), [], staffed: [.helpers, .wider]).rungs == [.helpers, .wider, .referent, .duty])
        #expect(LadderPath(category(), [], staffed: []).rungs == [.referent, .duty])
    }

    @Test func theRightAnswerIsNotTheLastOfAQueue() {
        #expect(LadderPath(category(startsOn: .agent), [], staffed: everybody).rungs == [.agent, .referent, .duty])
        #expect(
            LadderPath(category(startsOn: .association), [], staffed: everybody).rungs
                == [.association, .reserve, .agent, .referent, .duty])
        #expect(LadderPath(category(startsOn: .agent), [], staffed: [.helpers, .wider]).rungs == [.referent, .duty])
    }

    @Test func distressGoesToTheSocialActionCentreWhateverWasAsked() {
        #expect(LadderPath(category(), [.distress, .alone], staffed: everybody).rungs == [.ccas, .referent, .duty])
        #expect(LadderPath(category(startsOn: .agent), [.distress], staffed: [.agent]).rungs == [.referent, .duty])
    }

    @Test func whatATownLeavesOutIsNeverUsedAndSomebodyAlwaysAnswersInPerson() {
        let bare = category(leavesOut: Set(Rung.optional))
        #expect(LadderPath(bare, [], staffed: everybody).rungs == [.referent, .reserve, .duty].filter { $0 != .reserve })
        #expect(LadderPath.start(category(leavesOut: [.helpers]), []) == .wider)
    }

    /// Over every start, every choice of the town, and every coming and going of staff while it climbs.
    @Test func noRungIsUsedTwiceAndEveryWayEndsWithTheTown() {
        for start in [nil] + Rung.starts.map(Optional.some) {
            for left in subsets(of: Rung.optional) {
                let category = category(startsOn: start, leavesOut: left)
                for staffed in subsets(of: [.helpers, .wider, .association, .reserve, .agent, .ccas]) {
                    climb(category, first: staffed, then: everybody)
                    climb(category, first: everybody, then: staffed)
                }
            }
        }
    }

    private func climb(_ category: Domain.Category, first: Set<Rung>, then: Set<Rung>) {
        var used = [LadderPath.start(category, [])]
        while let next = LadderPath(category, [], staffed: used.count < 3 ? first : then).next(after: used) {
            #expect(!used.contains(next))
            #expect(!category.leavesOut.contains(next) || used.isEmpty)
            used.append(next)
        }
        #expect(used.contains(.duty) && used.contains(.referent))
    }

    private func subsets(of rungs: [Rung]) -> [Set<Rung>] {
        (0..<(1 << rungs.count)).map { bits in Set(rungs.indices.filter { bits >> $0 & 1 == 1 }.map { rungs[$0] }) }
    }

    @Test func criteriaRaiseTheUrgency() {
        let now = Moment(milliseconds: 1_795_251_600_000)
        #expect(Urgency(.every(.weekly), [], by: .usual, now: now) == .ordinary)
        #expect(Urgency(.every(.weekly), [.over70], by: .usual, now: now) == .ordinary)
        #expect(Urgency(.every(.weekly), [.over70, .alone], by: .usual, now: now) == .soon)
        #expect(Urgency(.on(now + .days(1)), [.over70, .alone], by: .usual, now: now) == .urgent)
        #expect(Urgency(.now, [.over70, .alone], by: .usual, now: now) == .urgent)
        for criterion in [Criterion.urgentMedicine, .distress] {
            #expect(Urgency(.every(.weekly), [criterion], by: .usual, now: now) == .urgent)
        }
        #expect(Criterion.list(Criterion.text(Set(Criterion.allCases))) == Set(Criterion.allCases))
        #expect(Criterion.text([]) == nil && Criterion.list("over_70,newer") == [.over70])
    }
}
