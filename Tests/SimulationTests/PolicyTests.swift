import Domain
import Testing

@testable import Simulation

/// Each policy does what its name says.
@Suite struct PolicyTests {
    private func play(_ policy: any Policy.Type) -> Play { Runner.run(.village(), policy, seed: 4) }

    @Test func aBoardAsksNobody() {
        let play = play(BoardOnly.self)
        #expect(play.looks > 0)
        #expect(play.errands.allSatisfy { $0.asked.isEmpty && !$0.isByStaff })
        #expect(play.errands.contains { $0.firstMatchedAt != nil })
        #expect(RunFigures(play).asksPerServed == nil)
    }

    @Test func nearestAsksAllWhoMayAtOnce() throws {
        let play = play(NearestToEveryone.self)
        let errand = try #require(play.errands.max { $0.asks < $1.asks })
        #expect(Set(errand.asked.values).count <= 1 + errand.round)
        #expect(errand.asks > 30)
        for volunteer in errand.asked.keys {
            let helper = play.volunteers[volunteer].helper
            #expect(helper.categories.contains(errand.request.category))
        }
    }

    @Test func fiftyAtRandomInThreeDailyWaves() {
        let play = play(RandomWaves.self)
        for errand in play.errands {
            let waves = Dictionary(grouping: errand.asked.values, by: \.self)
            #expect(waves.count <= RandomWaves.waves)
            #expect(waves.values.allSatisfy { $0.count <= RandomWaves.size })
        }
        #expect(play.errands.contains { $0.asks == RandomWaves.size })
    }

    @Test func aDispatcherRingsTenAtATimeByDay() {
        let play = play(Dispatcher.self)
        for errand in play.errands {
            for (moment, asked) in Dictionary(grouping: errand.asked, by: \.value) {
                #expect(asked.count <= Dispatcher.atOnce)
                #expect((8..<21).contains(LocalTime(moment, in: play.town.zone).hour))
            }
        }
    }

    @Test func oursServesMoreThanABoardWithFarFewerAsksThanEverybody() throws {
        let (ours, board, everybody) = (
            RunFigures(play(HouseLadder.self)), RunFigures(play(BoardOnly.self)), RunFigures(play(NearestToEveryone.self))
        )
        #expect(ours.served > board.served)
        #expect(try #require(ours.asksPerServed) < #require(everybody.asksPerServed))
        #expect(ours.wornOut < everybody.wornOut)
    }

    @Test func whoIsAskedTooOftenTiresAndRecovers() {
        var volunteer = play(BoardOnly.self).volunteers[0]
        let now = Scenario.village().start
        for _ in 0..<10 { volunteer.tire(0.1, now, halfLife: 14) }
        #expect(abs(volunteer.fatigue(now, halfLife: 14) - 1) < 0.001)
        #expect(abs(volunteer.fatigue(now + .days(14), halfLife: 14) - 0.5) < 0.001)
    }
}
