import Domain
import Foundation
import Testing

@Suite struct DispatchCallTests {
    /// Saturday 21 November 2026, 10 h in Paris.
    private let now = Moment(milliseconds: 1_795_251_600_000)
    private let clock = RungClock(LadderSettings(), in: .paris)
    private var call: DispatchCall {
        DispatchCall(id: testID(1), request: testID(2), helper: testID(3), caller: testID(4), begunAt: now)
    }

    private func read(_ fields: [String: String]) throws -> DispatchOutcome {
        try DispatchOutcomeForm(fields).read(now: now, clock: clock, in: .paris)
    }

    @Test func itHoldsForAQuarterOfAnHour() {
        #expect(call.isHeld(at: now + .minutes(14)) && !call.isHeld(at: now + .minutes(15)))
        var lapsed = call
        lapsed.lapse(at: now + .minutes(20))
        #expect(lapsed.mayBeNoted(by: testID(4)) && !lapsed.mayBeNoted(by: testID(5)) && !lapsed.isHeld(at: now))
        lapsed.note(.no, now: now, clock: clock)
        #expect(!lapsed.mayBeNoted(by: testID(4)), "once it is said it is said")
    }

    @Test func nobodyIsRungAgainAtNight() {
        var evening = call
        evening.note(.unreached, now: now + .hours(9), clock: clock)
        #expect(evening.againAt.map { LocalTime($0, in: .paris).hour } == 8)
        var morning = call
        morning.note(.unreached, now: now, clock: clock)
        #expect(morning.againAt == now + .hours(3))
        morning.note(.no, now: now, clock: clock)
        #expect(morning.againAt == nil)
    }

    @Test(arguments: ["14:30", "14h30", "14 h 30"]) func anHourIsReadAsPeopleTypeIt(_ typed: String) throws {
        #expect(try read(["result": "later", "again": typed]) == .later(now + .hours(4) + .minutes(30)))
    }

    @Test func anHourThatHasPassedIsTomorrows() throws {
        #expect(try read(["result": "later", "again": "9:15"]) == .later(now + .hours(23) + .minutes(15)))
    }

    @Test(arguments: ["", "25:00", "12:75", "bientôt", "22:30"]) func whatIsNoHourOfTheDayIsRefused(_ typed: String) {
        let refusal = #expect(throws: Refusal.self) { try read(["result": "later", "again": typed]) }
        #expect(refusal?.fields.map(\.name) == ["again"])
    }

    @Test func aResultThatNobodyPressesIsRefused() {
        for result in ["lapsed", "", "peut-être"] { #expect(throws: Refusal.self) { try read(["result": result]) } }
    }
}
