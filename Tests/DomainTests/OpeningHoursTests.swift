import Domain
import Foundation
import Testing

@Suite struct OpeningHoursTests {
    private let paris = TimeZone.paris

    /// The wall clock of Paris, `2026-11-27 10:30`; summer time lasts from 29 March to 25 October 2026.
    private func at(_ text: String, offset: Int = 1) throws -> Moment {
        let parts = text.split(separator: " ")
        let day = try #require(CivilDay(String(parts[0])))
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        return Moment(milliseconds: Int64(day.number) * 86_400_000) + .minutes(clock[0] * 60 + clock[1] - offset * 60)
    }

    private func hours(_ days: [Int: String], holidays: Bool = false) throws -> OpeningHours {
        OpeningHours(days: try days.mapValues { try #require(HoursText.read($0)) }, isClosedOnHolidays: holidays)
    }

    @Test(arguments: [
        ("9 h - 12 h, 14 h - 17 h 30", "9 h - 12 h, 14 h - 17 h 30"), ("9h-12h", "9 h - 12 h"), ("9:00–12:30", "9 h - 12 h 30"),
        ("9 h à 12 h et 14 h à 17 h", "9 h - 12 h, 14 h - 17 h"), ("14h-17h / 9h-12h", "9 h - 12 h, 14 h - 17 h"),
        ("20 h - 2 h", "20 h - 2 h"), ("9h05 - midi", "9 h 05 - 12 h"), ("18 h - minuit", "18 h - 24 h"), ("24 h/24", "24 h/24"),
        ("0 h - 24 h", "24 h/24"), ("Fermé", ""), ("", ""), ("8\u{A0}h\u{A0}30 - 10\u{202F}h", "8 h 30 - 10 h"),
    ])
    func hoursAreReadAsTheyAreTyped(_ typed: String, _ readBack: String) throws {
        let spans = try #require(HoursText.read(typed))
        #expect(HoursText.write(spans) == readBack)
        #expect(HoursText.read(readBack) == spans, "what is read back reads the same")
    }

    @Test(arguments: [
        "toujours", "9", "9 h", "9 h - ", "25 h - 26 h", "9 h - 9 h", "9 h 75 - 10 h", "9 h - 12 h, 11 h - 14 h", "9-12-14", "-1 - 3",
    ])
    func whatIsNoHourIsRefused(_ typed: String) { #expect(HoursText.read(typed) == nil) }

    @Test func openBetweenTwoHoursAndClosedAtTheLast() throws {
        let hours = try hours([5: "9 h - 12 h, 14 h - 17 h"])
        let cases: [(String, Opening)] = [
            ("08:59", .closed(opens: try at("2026-11-27 09:00"))), ("09:00", .open(until: try at("2026-11-27 12:00"))),
            ("12:00", .closed(opens: try at("2026-11-27 14:00"))), ("16:59", .open(until: try at("2026-11-27 17:00"))),
            ("17:00", .closed(opens: try at("2026-12-04 09:00"))),
        ]
        for (clock, opening) in cases { #expect(hours.opening(at: try at("2026-11-27 \(clock)"), in: paris) == opening, "\(clock)") }
    }

    @Test func anEveningThatEndsAfterMidnightIsOneOpening() throws {
        let night = try hours([5: "19 h - 8 h", 6: "19 h - 8 h"])
        #expect(night.opening(at: try at("2026-11-28 02:00"), in: paris) == .open(until: try at("2026-11-28 08:00")))
        #expect(night.opening(at: try at("2026-11-28 12:00"), in: paris) == .closed(opens: try at("2026-11-28 19:00")))
        let weekend = try hours([6: "24 h/24", 7: "0 h - 12 h"])
        #expect(weekend.opening(at: try at("2026-11-28 10:00"), in: paris) == .open(until: try at("2026-11-29 12:00")))
        let ever = try hours(Dictionary(uniqueKeysWithValues: (1...7).map { ($0, "24 h/24") }))
        #expect(ever.opening(at: try at("2026-11-28 10:00"), in: paris) == .open(until: nil))
        #expect(OpeningHours(isAlways: true).opening(at: try at("2026-12-25 03:00"), in: paris) == .open(until: nil))
    }

    /// 29 March 2026: the clock jumps from 2 to 3. 25 October: it goes back from 3 to 2.
    @Test func theWallClockHoldsWhereItIsChanged() throws {
        let sundays = try hours([7: "9 h - 12 h"])
        #expect(sundays.opening(at: try at("2026-03-28 23:00"), in: paris) == .closed(opens: try at("2026-03-29 09:00", offset: 2)))
        #expect(sundays.opening(at: try at("2026-10-24 23:00", offset: 2), in: paris) == .closed(opens: try at("2026-10-25 09:00")))
        let nights = try hours([6: "20 h - 6 h"])
        #expect(nights.opening(at: try at("2026-03-29 04:00", offset: 2), in: paris) == .open(until: try at("2026-03-29 06:00", offset: 2)))
    }

    /// 25 December 2025 and 1 January 2026 are both Thursdays.
    @Test func aHolidayIsClosedWhereItIsSaid() throws {
        let thursdays = try hours([4: "9 h - 12 h"], holidays: true)
        #expect(thursdays.opening(at: try at("2025-12-25 10:00"), in: paris) == .closed(opens: try at("2026-01-08 09:00")))
        let always = try hours([4: "9 h - 12 h"])
        #expect(always.opening(at: try at("2025-12-25 10:00"), in: paris) == .open(until: try at("2025-12-25 12:00")))
        #expect(OpeningHours().opening(at: try at("2026-11-27 10:00"), in: paris) == .unknown)
    }

    @Test func daysThatAreAlikeAreSaidOnce() throws {
        let runs = try hours([1: "9 h - 12 h", 2: "9 h - 12 h", 3: "9 h - 12 h", 5: "9 h - 12 h", 6: "10 h - 11 h"]).runs
        #expect(runs.map(\.days) == [1...3, 5...5, 6...6])
    }
}
