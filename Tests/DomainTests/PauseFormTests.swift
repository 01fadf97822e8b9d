import Domain
import Testing

@Suite struct PauseFormTests {
    private let now = Moment(milliseconds: 1_795_251_600_000)  // Saturday 21 November 2026, 10 h in Paris

    @Test func aWeekEndsAtMidnight() throws {
        let end = LocalTime(try PauseForm(["for": "week"]).read(now: now, in: .paris), in: .paris)
        #expect(end.hour == 0 && end.weekday == 6)
        #expect(try PauseForm(["for": "date", "until": "28/11/2026"]).read(now: now, in: .paris) == end.midnight)
    }

    @Test(arguments: ["", "21/11/2026", "31/02/2027", "01/01/2028"])
    func refusesDaysThatAreNone(_ day: String) {
        #expect(throws: Refusal.self) { try PauseForm(["for": "date", "until": day]).read(now: now, in: .paris) }
    }
}
