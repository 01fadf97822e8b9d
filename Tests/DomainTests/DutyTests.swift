import Domain
import Foundation
import Testing

@Suite struct DutyTests {
    private let paris = TimeZone(identifier: "Europe/Paris")!
    private let odile = ID<Person>(high: 1, low: 1)
    private let other = ID<Person>(high: 1, low: 2)
    /// 1 October 2026.
    private let before = Moment(milliseconds: 1_790_812_800_000)

    /// A shift of some day, by the clock on the wall.
    private func duty(_ day: String, _ from: String, _ until: String, _ number: UInt64 = 1) throws -> Duty {
        let wanted = try DutyForm(["day": day, "from": from, "until": until]).read([], now: before, in: paris)
        return Duty(id: ID(high: 7, low: number), from: wanted.from, until: wanted.until, person: odile)
    }

    private func broken(_ duty: Duty, beside others: [Duty]) throws -> Set<DutyCaps.Cap> {
        try DutyCaps().broken(by: duty, beside: others, in: paris)
    }

    @Test func aWeekHasTheNumberOfItsThursday() throws {
        #expect(try CivilWeek(#require(CivilDay("2026-11-27"))).text == "2026-48")
        #expect(try CivilWeek(#require(CivilDay("2027-01-03"))).text == "2026-53")
        #expect(try CivilWeek(#require(CivilDay("2024-12-30"))).text == "2025-01")
        let week = try #require(CivilWeek("2026-48"))
        #expect(week.monday.iso == "2026-11-23" && week.days.last?.iso == "2026-11-29" && week.adding(weeks: 6).text == "2027-01")
        for text in ["2025-53", "2026-00", "2026-54", "2026", "", "x-1", "2026-48-1"] { #expect(CivilWeek(text) == nil, "\(text)") }
    }

    @Test(arguments: [
        ("8 h", 480), ("8h", 480), ("20h30", 1_230), ("20:30", 1_230), ("0", 0), ("0800", 480), ("08:00", 480), ("23 h 59", 1_439),
    ]) func timesAreReadAsPeopleTypeThem(_ typed: String, _ minutes: Int) throws {
        let wanted = try DutyForm(["day": "2026-11-23", "from": typed, "until": "4:44"]).read([], now: before, in: paris)
        let midnight = try #require(CivilDay("2026-11-23")).midnight(in: paris)
        #expect(wanted.from == midnight + .minutes(minutes))
    }

    @Test(arguments: ["", "24", "8 heures", "8:60", "-1", "h30", "8::0", "１２"]) func whatIsNoTimeIsRefused(_ typed: String) {
        let refusal = #expect(throws: Refusal.self) {
            _ = try DutyForm(["day": "2026-11-23", "from": typed, "until": "20 h"]).read([], now: before, in: paris)
        }
        #expect(refusal?.fields.map(\.name) == ["from"])
    }

    @Test func aNightEndsTheNextDayAndLastsWhatTheClockSays() throws {
        let night = try duty("2026-11-23", "20 h", "8 h")
        #expect(night.until - night.from == .hours(12))
        // The clock is put back at three in the night of 25 October 2026.
        let long = try duty("2026-10-24", "20 h", "8 h")
        #expect(long.until - long.from == .hours(13))
        let again = long.repeated(weeks: 1, id: ID(high: 7, low: 9), in: paris)
        #expect(again.until - again.from == .hours(12) && LocalTime(again.from, in: paris).hour == 20 && again.person == nil)
    }

    @Test func theDayBeforeYesterdayAndStrangersAreRefused() throws {
        let now = try duty("2026-11-23", "8 h", "20 h").until
        let fields = ["day": "2026-11-23", "from": "8 h", "until": "20 h", "person": other.text]
        let past = #expect(throws: Refusal.self) { _ = try DutyForm(fields).read([other], now: now, in: paris) }
        #expect(past?.fields.map(\.key) == ["refusal.datePast"])
        let stranger = #expect(throws: Refusal.self) { _ = try DutyForm(fields).read([odile], now: before, in: paris) }
        #expect(stranger?.fields.map(\.key) == ["refusal.dutyWho"])
        let same = #expect(throws: Refusal.self) {
            _ = try DutyForm(["day": "2026-11-23", "from": "8", "until": "8 h"]).read([], now: before, in: paris)
        }
        #expect(same?.fields.map(\.key) == ["refusal.dutyOrder"])
    }

    @Test func twelveHoursInARowAreEnough() throws {
        #expect(try broken(duty("2026-11-23", "8 h", "20 h"), beside: []).isEmpty)
        #expect(try broken(duty("2026-11-23", "8 h", "20 h 01"), beside: []) == [.longest])
        // Two shifts without a pause are one.
        let morning = try duty("2026-11-23", "8 h", "15 h", 2)
        #expect(try broken(duty("2026-11-23", "15 h", "21 h"), beside: [morning]) == [.longest])
        #expect(try broken(duty("2026-11-23", "15 h", "20 h"), beside: [morning]).isEmpty)
    }

    @Test func elevenHoursOfRestLieBetweenTwo() throws {
        let evening = try duty("2026-11-23", "14 h", "22 h", 2)
        #expect(try broken(duty("2026-11-24", "9 h", "17 h"), beside: [evening]).isEmpty)
        #expect(try broken(duty("2026-11-24", "8 h 59", "17 h"), beside: [evening]) == [.rest])
        #expect(try broken(duty("2026-11-23", "2 h", "6 h"), beside: [evening]) == [.rest], "before it as well")
    }

    @Test func aWeekHasFortyEightHoursAndANightOfSundayCountsInBoth() throws {
        let days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"]
        let four = try days.enumerated().map { try duty($1, "8 h", "19 h", UInt64($0) + 2) }
        #expect(try broken(duty("2026-11-28", "8 h", "12 h"), beside: four).isEmpty)
        #expect(try broken(duty("2026-11-28", "8 h", "12 h 01"), beside: four) == [.week])
        #expect(try broken(duty("2026-11-29", "20 h", "6 h"), beside: four).isEmpty, "four hours of it in this week")
        #expect(try broken(duty("2026-11-29", "19 h", "6 h"), beside: four) == [.week])
        #expect(try broken(duty("2026-11-30", "8 h", "20 h"), beside: four).isEmpty)
    }

    @Test func nobodyIsOnTwiceWhoeverInsists() throws {
        let morning = try duty("2026-11-23", "8 h", "15 h", 2)
        let refusal = #expect(throws: Refusal.self) { _ = try broken(duty("2026-11-23", "14 h 59", "20 h"), beside: [morning]) }
        #expect(refusal?.key == "refusal.dutyTwice")
        #expect(try broken(morning, beside: [morning]).isEmpty, "it is not beside itself")
    }

    @Test func whoTookItFirstHasIt() throws {
        var shift = try duty("2026-11-23", "8 h", "20 h")
        shift.person = nil
        try shift.take(odile, now: shift.from - .hours(1))
        try shift.take(odile, now: shift.from - .hours(1))
        #expect(shift.person == odile)
        let late = #expect(throws: Refusal.self) { try shift.take(other, now: shift.from - .hours(1)) }
        #expect(late?.key == "refusal.dutyTaken")
        let begun = #expect(throws: Refusal.self) { try shift.leave(now: shift.from) }
        #expect(begun?.key == "refusal.dutyBegun")
        let replaced = #expect(throws: Refusal.self) { try shift.put(other, now: shift.from) }
        #expect(replaced?.key == "refusal.dutyBegun")
        try shift.leave(now: shift.from - .milliseconds(1))
        try shift.take(other, now: shift.from + .hours(1))
        #expect(!shift.isOn(at: shift.from) && shift.isOn(at: shift.from + .hours(1)), "on from when it was taken")
        let over = #expect(throws: Refusal.self) { try shift.put(odile, now: shift.until) }
        #expect(over?.key == "refusal.dutyOver")
    }

    @Test func gapsAreWhereNobodyIs() throws {
        let (from, until) = (try duty("2026-11-23", "0 h", "1 h").from, try duty("2026-11-24", "0 h", "1 h").from)
        let morning = try duty("2026-11-23", "8 h", "14 h")
        var open = try duty("2026-11-23", "14 h", "20 h", 2)
        open.person = nil
        let night = try duty("2026-11-23", "20 h", "8 h", 3)
        let gaps = DutyGap.among([night, open, morning], from: from, until: until)
        #expect(gaps == [DutyGap(from: from, until: morning.from), DutyGap(from: morning.until, until: night.from)])
        #expect(DutyGap.among([], from: from, until: until) == [DutyGap(from: from, until: until)])
        #expect(DutyGap.among([night], from: night.from, until: night.until).isEmpty)
    }

    @Test func aCallThatIsHandedOverWaits() throws {
        var call = Call(id: ID(high: 9, low: 9), by: odile, draft: ["details": "pain"], now: before)
        call.hand(to: other, now: before + .hours(1))
        #expect(call.holder == other && call.state == .kept && call.draft["details"] == "pain" && call.version == 2)
        let lost = #expect(throws: Refusal.self) { try call.save(CallForm([:]), seen: 1, by: odile, now: before) }
        #expect(lost?.key == "refusal.callHeld")
    }

    @Test func theTownSetsItsCaps() throws {
        let town = Town(id: 1, slug: "t", name: "T", createdAt: before)
        var fields = SettingsSection.desk.values(of: town)
        #expect(fields["duty-longest"] == "12" && fields["duty-week"] == "48" && fields["duty-rest"] == "11")
        (fields["duty-longest"], fields["duty-rest"]) = ("10", "9")
        let changed = try SettingsSection.desk.changed(town, fields).settings.duty
        #expect(changed.longest == 10 && changed.week == 48 && changed.rest == 9)
        fields["duty-longest"] = "25"
        #expect(throws: Refusal.self) { _ = try SettingsSection.desk.changed(town, fields) }
    }
}
