import Domain
import Testing

@testable import Simulation

/// The frozen behaviour gives what Grenoble published. The hold-out is never looked at here.
@Suite struct CalibrationTests {
    @Test func aBoardGivesGrenoblesActions() {
        let outcome = GrenobleFit(seeds: 1...4).outcome(.calibrated)
        #expect(abs(outcome.actions - Double(GrenobleFit.actions)) < 25, "\(outcome)")
        #expect(abs(outcome.looks - Double(GrenobleFit.looks)) < 100, "\(outcome)")
    }

    @Test func grenoblesOffersAllComeWithinNineteenDays() {
        let play = Play(.grenoble, days: Scenario.grenoble.days, seed: 1)
        #expect(play.volunteers.count == GrenobleFit.offers)
        #expect(play.volunteers.allSatisfy { $0.helper.joinedAt >= play.scenario.start })
    }

    @Test func fittingAnswersAWishForMoreByMoreWillingness() {
        var shy = Behaviour.calibrated
        shy.willingness = 0.05
        let fit = GrenobleFit(seeds: 1...1)
        #expect(fit.outcome(shy).actions < fit.outcome(.calibrated).actions)
    }
}
