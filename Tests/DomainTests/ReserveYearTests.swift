import Domain
import Foundation
import Testing

@Suite struct ReserveYearTests {
    private func activation(_ first: String, _ last: String, closed: String? = nil) throws -> ReserveActivation {
        let from = try #require(CivilDay(first)).midnight(in: .paris)
        let until = try #require(CivilDay(last)).adding(days: 1).midnight(in: .paris)
        var one = ReserveActivation(
            id: testID(1), decidedBy: "Mme Dupont", why: "Crue", from: from, until: until, recordedBy: testID(2), recordedAt: from)
        if let closed { (one.closedBy, one.closedAt) = (testID(2), try #require(CivilDay(closed)).midnight(in: .paris) + .hours(12)) }
        return one
    }

    private func days(_ activations: [ReserveActivation], until last: String? = nil, year: Int = 2026) -> Int {
        ReserveYear(year, of: activations, until: last.flatMap { CivilDay($0) }, in: .paris).days
    }

    @Test func saturdaysCountSundaysAndHolidaysDoNot() throws {
        #expect(days([try activation("2026-11-21", "2026-11-21")]) == 1, "a Saturday")
        #expect(days([try activation("2026-11-22", "2026-11-22")]) == 0, "a Sunday")
        #expect(days([try activation("2026-11-10", "2026-11-12")]) == 2, "the 11th of November")
        #expect(days([try activation("2026-05-11", "2026-05-17")]) == 5, "Ascension Day")
    }

    @Test func aDayCountsOnceAndOnlyWhileItWasInForce() throws {
        let long = try activation("2026-11-23", "2026-11-28", closed: "2026-11-25")
        #expect(days([long]) == 3, "the day on which it ended was begun")
        #expect(days([long, try activation("2026-11-25", "2026-11-26")]) == 4)
        #expect(days([try activation("2026-11-23", "2026-11-28", closed: "2026-11-20")]) == 0, "cancelled before it began")
        #expect(days([try activation("2026-11-23", "2026-11-28")], until: "2026-11-24") == 2, "what is still to come is not yet used")
    }

    @Test func eachCalendarYearHasItsOwn() throws {
        let winter = try activation("2026-12-28", "2027-01-09")
        #expect(days([winter]) == 4)
        #expect(days([winter], year: 2027) == 7)
        #expect(winter.years(in: .paris) == 2026...2027)
    }

    @Test func twelveAreNearFifteenAreReachedSixteenAreBeyond() throws {
        func year(_ last: String) throws -> ReserveYear { ReserveYear(2026, of: [try activation("2026-06-01", last)], in: .paris) }
        #expect(try year("2026-06-12").standing == .fine)
        #expect(try year("2026-06-13").standing == .near && year("2026-06-13").days == 12)
        #expect(try year("2026-06-17").standing == .reached && !year("2026-06-17").isBeyond)
        #expect(try year("2026-06-18").isBeyond)
    }
}
