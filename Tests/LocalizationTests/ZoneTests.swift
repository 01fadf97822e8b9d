import Foundation
import Localization
import Testing

@Suite struct ZoneTests {
    private func clock(_ milliseconds: Int64) -> String {
        let local = Zone.paris.local(milliseconds)
        return "\(local.date.iso) \(local.hour):\(local.minute) \(local.offset)"
    }

    private func moment(_ date: String, _ hour: Int, _ minute: Int = 0) throws -> Int64 {
        Zone.paris.milliseconds(try #require(CivilDate(iso: date)), hour: hour, minute: minute)
    }

    @Test func springSkipsAnHour() throws {
        let change: Int64 = 1_774_746_000_000  // 2026-03-29 01:00 UTC
        #expect(clock(change - 1) == "2026-03-29 1:59 3600")
        #expect(clock(change) == "2026-03-29 3:0 7200")
        #expect(try moment("2026-03-29", 0) == change - 2 * 3_600_000)
        #expect(try moment("2026-03-29", 3) == change)
        #expect(try moment("2026-03-29", 2, 30) == change + 1_800_000)
        #expect(try moment("2026-03-30", 0) - moment("2026-03-29", 0) == 23 * 3_600_000)
    }

    @Test func autumnRepeatsAnHour() throws {
        let change: Int64 = 1_792_890_000_000  // 2026-10-25 01:00 UTC
        #expect(clock(change - 1) == "2026-10-25 2:59 7200")
        #expect(clock(change) == "2026-10-25 2:0 3600")
        #expect(try moment("2026-10-25", 2, 30) == change - 1_800_000)
        #expect(try moment("2026-10-25", 3) == change + 3_600_000)
        #expect(try moment("2026-10-26", 0) - moment("2026-10-25", 0) == 25 * 3_600_000)
    }

    @Test(arguments: ["Europe/Paris", "Indian/Reunion", "America/Cayenne", "Pacific/Noumea", "America/Miquelon"])
    func agreesWithFoundationAtEveryThirdHour(_ name: String) throws {
        let zone = try #require(Zone.named(name))
        let foundation = try #require(TimeZone(identifier: name))
        for seconds in stride(from: 1_577_836_800, to: 1_893_456_000, by: 3 * 3600 + 1) {
            let expected = foundation.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
            guard zone.offset(at: seconds) != expected else { continue }
            Issue.record("\(name) at \(seconds): \(zone.offset(at: seconds)), not \(expected)")
            return
        }
    }

    @Test func anUnknownZoneIsNil() {
        #expect(Zone.named("Europe/Atlantis") == nil)
    }

    @Test func everyDayOfFourCenturiesComesBack() throws {
        let first = try #require(CivilDate(year: 1800, month: 1, day: 1)).dayNumber
        var expected = CivilDate(dayNumber: first - 1)
        for number in first..<first + 146_097 {
            let date = CivilDate(dayNumber: number)
            try #require(CivilDate(year: date.year, month: date.month, day: date.day) == date)
            try #require(date.weekday == expected.weekday % 7 + 1)
            expected = date
        }
        #expect(expected.iso == "2199-12-31")
    }
}
