import Foundation
import Testing
@testable import Domain

@Suite struct CrisisTests {
    /// A Saturday at 10 in Paris, 21 November 2026.
    private let now = Moment(milliseconds: 1_795_251_600_000)

    private func crisis(days: Int) -> Crisis {
        let who = ID<Person>(high: 1, low: 1)
        return Crisis(id: ID(high: 2, low: 2), decidedBy: who, reason: "Inondation", from: now, until: now + .days(days))
    }

    @Test func itHoldsFromItsDecisionToItsEndAndNotAMomentLonger() {
        let crisis = crisis(days: 5)
        #expect(!crisis.isOn(at: now - .seconds(1)) && crisis.isOn(at: now))
        #expect(crisis.isOn(at: crisis.until - .seconds(1)) && !crisis.isOn(at: crisis.until))
        #expect(!crisis.isOver(at: crisis.until - .seconds(1)) && crisis.isOver(at: crisis.until))
        var ended = crisis
        ended.endedAt = now + .hours(1)
        #expect(!ended.isOn(at: now + .hours(2)) && !ended.isOver(at: crisis.until + .days(1)))
    }

    @Test func staffAreWarnedOnceTwoDaysBefore() {
        var crisis = crisis(days: 5)
        #expect(!crisis.isEnding(at: now + .days(3) - .seconds(1)) && crisis.isEnding(at: now + .days(3)))
        #expect(!crisis.isEnding(at: crisis.until))
        crisis.warnedAt = now + .days(3)
        #expect(!crisis.isEnding(at: now + .days(4)))
        #expect(!self.crisis(days: 1).isEnding(at: now + .hours(2)), "it was never far from its end")
    }

    @Test func theFormWantsAReasonAndALastDayWithinAMonth() throws {
        func read(_ reason: String, _ until: String) throws(Refusal) -> CrisisForm.Wanted {
            try CrisisForm(["reason": reason, "until": until]).read(now: now, in: .paris)
        }
        let today = try read("  Neige ", "2026-11-21")
        #expect(today.reason == "Neige")
        #expect(today.until == CivilDay("2026-11-22")?.midnight(in: .paris), "its last day is whole")
        #expect(throws: Refusal.invalid("reason", "refusal.crisisReason")) { try read(" ", "2026-11-21") }
        #expect(throws: Refusal.invalid("until", "refusal.datePast")) { try read("Neige", "2026-11-20") }
        #expect(throws: Refusal.invalid("until", "refusal.crisisLong")) { try read("Neige", "2026-12-22") }
        #expect(throws: Refusal.invalid("until", "refusal.date")) { try read("Neige", "demain") }
    }

    @Test func theSetInForceIsReadFromTheClock() {
        var town = Town(id: 1, slug: "clairval", name: "Clairval", createdAt: now)
        town.enter(crisis(days: 2))
        #expect(town.ladder(at: now - .seconds(1)) == town.settings.ladder)
        #expect(town.ladder(at: now) == LadderSettings.crisis)
        #expect(town.crisisSet(at: now) != nil && town.shownCrisis != nil)
        #expect(town.ladder(at: now + .days(2)) == town.settings.ladder)
        #expect(town.crisisSet(at: now + .days(2)) == nil)
        town.leaveCrisis()
        #expect(town.ladder(at: now) == town.settings.ladder && town.shownCrisis == nil)
    }

    @Test func theCrisisSetIsAFormOfItsOwn() throws {
        let town = Town(id: 1, slug: "clairval", name: "Clairval", createdAt: now)
        var fields = SettingsSection.crisis.values(of: town)
        #expect(fields["extraAsks"] == "3" && SettingsSection.ladder.values(of: town)["extraAsks"] == nil)
        fields["helpersOrdinary"] = "10"
        fields["banner-fr"] = "La Durance déborde."
        let changed = try SettingsSection.crisis.changed(town, fields)
        #expect(changed.settings.crisisSet.ladder.helperMinutes == [600, 240, 30])
        #expect(changed.settings.crisisSet.banner("en") == "La Durance déborde.")
        #expect(changed.settings.ladder == town.settings.ladder)
        fields["banner-fr"] = ""
        fields["banner-en"] = "Flood"
        #expect(throws: Refusal.invalid("banner-fr", "refusal.frenchFirst")) { try SettingsSection.crisis.changed(town, fields) }
    }

    /// Helpers are never asked more slowly; organisations, which many want at once, have more time than otherwise.
    @Test func noHelpersClockOfTheCrisisIsSlower() {
        let (quiet, crisis) = (LadderSettings(), LadderSettings.crisis)
        for urgency in Urgency.allCases {
            #expect(crisis.helperTime(urgency) <= quiet.helperTime(urgency) && crisis.waveTime(urgency) <= quiet.waveTime(urgency))
            #expect(crisis.time(on: .association, urgency) > quiet.time(on: .association, urgency))
        }
        #expect(crisis.extraAsks > quiet.extraAsks && crisis.widerFactor > quiet.widerFactor)
        #expect(crisis.dayStartsAt < quiet.dayStartsAt && crisis.dayEndsAt > quiet.dayEndsAt)
    }
}
