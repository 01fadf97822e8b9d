import Domain
import Foundation
import Testing

@Suite struct StandingRhythmTests {
    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(text)) }

    private func next(_ rhythm: WhenWanted.Rhythm, _ first: String, _ from: String) throws -> String {
        StandingRhythm(rhythm, from: try day(first)).next(onOrAfter: try day(from)).iso
    }

    @Test func theNextDayIsCountedFromTheFirst() throws {
        #expect(try next(.weekly, "2026-11-24", "2026-11-01") == "2026-11-24", "not before the first")
        #expect(try next(.weekly, "2026-11-24", "2026-11-24") == "2026-11-24")
        #expect(try next(.weekly, "2026-11-24", "2026-11-25") == "2026-12-01")
        #expect(try next(.fortnightly, "2026-11-24", "2026-12-01") == "2026-12-08")
        #expect(try next(.daily, "2026-11-24", "2027-02-28") == "2027-02-28")
        #expect(try next(.weekly, "2026-12-30", "2027-01-01") == "2027-01-06", "over the end of a year")
    }

    @Test func aShortMonthHasItOnItsLastDay() throws {
        #expect(try next(.monthly, "2027-01-31", "2027-02-01") == "2027-02-28")
        #expect(try next(.monthly, "2027-01-31", "2027-03-01") == "2027-03-31")
        #expect(try next(.monthly, "2026-11-24", "2026-12-25") == "2027-01-24")
        let rhythm = StandingRhythm(.monthly, from: try day("2027-01-31"))
        let (leap, none) = (try day("2028-02-29"), try day("2027-02-27"))
        #expect(rhythm.contains(leap) && !rhythm.contains(none))
    }

    @Test func daysAreCountedAsTheCalendarDoes() throws {
        let start = try day("1999-12-30")
        let zone = try #require(TimeZone(identifier: "UTC"))
        for count in stride(from: 0, through: 12_000, by: 97) {
            let there = start.adding(days: count)
            #expect(there.number - start.number == count)
            #expect(there.midnight(in: zone) - start.midnight(in: zone) == .days(count))
        }
        #expect(try day("1970-01-01").number == 0)
        let (before, after) = (try day("2026-11-24"), try day("2026-12-01"))
        #expect(before < after)
    }
}
