import Domain
import Foundation
import Testing

@Suite struct RungClockTests {
    private let clock: RungClock = {
        var settings = LadderSettings()
        settings.helperMinutes = [24 * 60, 8 * 60, 2 * 60]
        return RungClock(settings, in: .paris)
    }()

    private func moment(_ day: String, _ hour: Int) -> Moment {
        let midnight = CivilDay(day)?.midnight(in: .paris) ?? Moment(milliseconds: 0)
        return LocalTime(midnight, in: .paris).at(hour: hour, in: .paris)
    }

    @Test func byDayTheClockRuns() {
        #expect(clock.helpersUntil(from: moment("2026-11-21", 10), urgency: .urgent) == moment("2026-11-21", 12))
    }

    @Test func byNightNobodyIsPromisedAnything() {
        #expect(clock.helpersUntil(from: moment("2026-11-21", 23), urgency: .urgent) == moment("2026-11-22", 10))
        #expect(clock.helpersUntil(from: moment("2026-11-21", 20), urgency: .urgent) == moment("2026-11-22", 8))
        #expect(clock.waking(atOrAfter: moment("2026-11-21", 3)) == moment("2026-11-21", 8))
    }

    /// The night of 24 to 25 October 2026 has 25 hours.
    @Test func theLongNightEndsAtEightAllTheSame() {
        #expect(clock.waking(atOrAfter: moment("2026-10-24", 22)) == moment("2026-10-25", 8))
        let night = moment("2026-10-25", 8) - moment("2026-10-24", 22)
        #expect(night == .hours(11))
    }

    @Test func urgencyComesFromTheWish() {
        let now = moment("2026-11-21", 10)
        #expect(Urgency(.now, now: now) == .urgent)
        #expect(Urgency(.on(moment("2026-11-22", 0)), now: now) == .soon)
        #expect(Urgency(.on(moment("2026-11-29", 0)), now: now) == .ordinary)
        #expect(Urgency(.every(.weekly), now: now) == .ordinary)
    }
}
