import Domain
import Testing

@testable import Simulation

/// Whatever the policy: nothing is lost, nobody is asked twice, and ours keeps its own rules.
@Suite struct ConservationTests {
    @Test(arguments: Policies.all.map { $0.name }, [1, 2, 3]) func noRequestIsLostAndNobodyIsAskedTwice(_ name: String, _ seed: UInt64)
        throws
    {
        let policy = try #require(Policies.named(name))
        let play = Runner.run(.stormy, policy, seed: seed)
        #expect(!play.errands.isEmpty)
        for errand in play.errands {
            #expect(errand.end != nil)
            if errand.end == Errand.End.helped { #expect(errand.firstMatchedAt != nil) }
            if let first = errand.firstMatchedAt { #expect(first >= errand.createdAt) }
            #expect(errand.asked.values.allSatisfy { $0 >= errand.createdAt })
        }
        // Each ask is on both sides once, so nobody was asked twice for one request.
        for (number, volunteer) in play.volunteers.enumerated() {
            let asked = play.errands.compactMap { $0.asked[number] }.sorted()
            #expect(asked == volunteer.asked)
            #expect(volunteer.asked.allSatisfy { $0 >= volunteer.helper.joinedAt })
        }
        let yeses = play.volunteers.reduce(0) { $0 + $1.yeses }
        #expect(yeses <= play.errands.reduce(0) { $0 + $1.round })
        #expect(play.errands.allSatisfy { $0.end != Errand.End.helped || $0.round >= 1 })
    }

    @Test(arguments: 1...3) func oursPassesNoBudgetAndAsksNobodyByNight(_ seed: UInt64) {
        let play = Runner.run(.stormy, HouseLadder.self, seed: seed)
        let week = Duration.days(7)
        for volunteer in play.volunteers {
            for (number, moment) in volunteer.asked.enumerated() {
                let recent = volunteer.asked[...number].count { $0 > moment - week }
                let ladder = Scenario.stormy.isInCrisis(moment) ? LadderSettings.crisis : LadderSettings()
                #expect(recent <= volunteer.helper.weeklyAsks + ladder.extraAsks)
                #expect((ladder.dayStartsAt..<ladder.dayEndsAt).contains(LocalTime(moment, in: play.town.zone).hour))
            }
        }
    }

    @Test func oursClimbsToTheTownsOwnPeopleOnlyWhereTheyAre() {
        var alone = Scenario.village()
        alone.desks = [:]
        #expect(Runner.run(alone, HouseLadder.self, seed: 1).errands.allSatisfy { !$0.isByStaff })
        let play = Runner.run(.village(), HouseLadder.self, seed: 1)
        let staffed = play.errands.filter(\.isByStaff)
        #expect(!staffed.isEmpty)
        #expect(staffed.allSatisfy { !$0.request.rung.asksHelpers })
    }

    /// Where hardly anybody is left, the top of the ladder still asks whoever has a free week again.
    @Test func theTopAsksAgain() {
        var crowded = Scenario.village(alert: Scenario.Alert(firstDay: 1, days: 3, factor: 12, urgent: 0.5, switchDays: 4, desks: [:]))
        crowded.desks = [:]
        let play = Runner.run(crowded, HouseLadder.self, seed: 2)
        #expect(play.errands.count > 100)
        let late = play.errands.filter { errand in errand.asked.values.contains { errand.createdAt + .days(2) < $0 } }
        #expect(!late.isEmpty, "long after the helpers' own rungs were left")
        #expect(late.contains { $0.request.rung == .duty && $0.firstMatchedAt != nil })
    }

    @Test func theClockOnlyGoesForward() {
        var queue = EventQueue()
        var dice = Dice(seed: 5, purpose: "queue")
        for number in 0..<500 { queue.add(.look(volunteer: number), at: Moment(milliseconds: Int64(dice.number(below: 100)))) }
        var taken: [(Moment, Int)] = []
        while let (moment, event) = queue.take() {
            guard case .look(let number) = event else { continue }
            taken.append((moment, number))
        }
        #expect(taken.count == 500)
        #expect(zip(taken, taken.dropFirst()).allSatisfy { $0 < $1 })
    }
}
