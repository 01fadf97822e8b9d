import Domain
import Foundation
import Testing

@Suite struct DayMailTests {
    private func day(_ day: String, _ hour: Int, _ minute: Int = 0, at due: Int = 8, in zone: TimeZone = .paris) -> String? {
        let midnight = CivilDay(day)?.midnight(in: zone) ?? Moment(milliseconds: 0)
        let moment = LocalTime(midnight, in: zone).at(hour: hour, in: zone) + .minutes(minute)
        return DayMail.day(at: moment, hour: due, in: zone)?.iso
    }

    @Test func itIsDueInTheMorningOfAWorkingDay() {
        #expect(day("2026-11-23", 7, 59) == nil)
        #expect(day("2026-11-23", 8) == "2026-11-23")
        #expect(day("2026-11-23", 11, 59) == "2026-11-23", "late is better than never")
        #expect(day("2026-11-23", 12) == nil, "but not in the afternoon")
        #expect(day("2026-11-21", 8) == nil && day("2026-11-22", 8) == nil, "a weekend")
        #expect(day("2026-12-25", 8) == nil, "Christmas")
    }

    @Test func theHourIsTheTownsWhereverItLiesAndWhateverTheSeason() {
        let island = TimeZone(identifier: "America/Guadeloupe") ?? .paris
        #expect(day("2026-11-23", 8, in: island) == "2026-11-23")
        // The clocks change between this Friday and this Monday.
        #expect(day("2027-03-26", 7, 30) == nil && day("2027-03-26", 8) == "2027-03-26")
        #expect(day("2027-03-29", 8) == nil, "Easter Monday")
        #expect(day("2027-03-30", 7, 30) == nil && day("2027-03-30", 8) == "2027-03-30")
    }

    @Test(arguments: [
        "2026-04-06", "2026-05-14", "2026-05-25", "2027-03-29", "2027-05-06", "2027-05-17", "2038-04-26", "2024-05-09", "2026-01-01",
        "2026-05-01", "2026-05-08", "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
    ])
    func holidaysAreThoseOfTheCalendar(_ day: String) throws {
        #expect(PublicHolidays.contains(try #require(CivilDay(day))))
    }

    @Test func aYearHasElevenHolidays() throws {
        for year in [2024, 2026, 2027] {
            let days = (1...12).flatMap { month in (1...31).compactMap { CivilDay("\(year)-\(month)-\($0)") } }
            // Ascension and the eighth of May may be one day.
            #expect([10, 11].contains(days.filter(PublicHolidays.contains).count), "\(year)")
        }
    }
}
