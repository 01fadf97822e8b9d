import Domain
import Foundation
import Testing

@Suite struct PublicViewTests {
    /// Saturday 21 November 2026, 10 h in Paris.
    private let now = Moment(milliseconds: 1_795_251_600_000)

    @Test func aDayBecomesWordsThatNameNoDate() throws {
        let calendar = RoughCalendar(now: now, in: .paris)
        func time(_ day: String) throws -> RoughTime { calendar.time(.on(try #require(CivilDay(day)).midnight(in: .paris))) }
        #expect(try time("2026-11-20") == .today)
        #expect(try time("2026-11-21") == .today)
        #expect(try time("2026-11-22") == .thisWeek)
        #expect(try time("2026-11-23") == .later)
        #expect(calendar.time(.now) == .today)
        #expect(calendar.time(.every(.weekly)) == .regularly)
    }

    @Test func theWeekEndsOnSundayThroughAClockChange() throws {
        // Monday 19 October 2026; clocks change on Sunday the 25th.
        let monday = try #require(CivilDay("2026-10-19")).midnight(in: .paris)
        let calendar = RoughCalendar(now: monday + .hours(9), in: .paris)
        #expect(calendar.time(.on(try #require(CivilDay("2026-10-25")).midnight(in: .paris))) == .thisWeek)
        #expect(calendar.time(.on(try #require(CivilDay("2026-10-26")).midnight(in: .paris))) == .later)
    }

    @Test func aCursorSurvivesItsText() {
        let cursor = PageCursor(createdAt: now, id: ID<HelpRequest>(at: now, random: { 7 }))
        #expect(PageCursor(text: cursor.text) == cursor)
    }

    @Test(arguments: ["", ".", "zz", "-1.", "1.2", "zzzzzzzzzzzzzzzzzzzz.00000000-0000-0000-0000-000000000000", "'; DROP TABLE towns; --"])
    func aBrokenCursorIsNone(_ text: String) {
        #expect(PageCursor<HelpRequest>(text: text) == nil)
    }

    @Test func aPageIsCutFromOneRowTooMany() {
        let rows = (0..<4).map { ID<HelpRequest>(high: 0, low: $0) }
        let page = ListPage(rows, size: 3) { PageCursor(createdAt: now, id: $0) }
        #expect(page.items == Array(rows[..<3]))
        #expect(page.next?.id == rows[2])
        #expect(ListPage(rows, size: 4) { PageCursor(createdAt: now, id: $0) }.next == nil)
    }
}
