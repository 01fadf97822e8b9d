import Foundation

/// When a call was taken, as the sheet has it: « 14 h 20 », today unless a day is given.
public enum PaperTime {
    /// A sheet is entered within a week.
    public static let oldest = Duration.days(7)

    /// - Returns: `now` where nothing was written.
    /// - Throws: a refusal of `time` or `day`.
    public static func read(day: String?, time: String?, now: Moment, in zone: TimeZone) throws(Refusal) -> Moment {
        var reader = FormReader()
        let (typedDay, typedTime) = (PlainText.line(day ?? ""), PlainText.line(time ?? ""))
        let today = CivilDay(now, in: zone)
        let date = typedDay.isEmpty ? today : reader.required("day", CivilDay(typedDay), else: "refusal.paperDay")
        let minute = typedTime.isEmpty ? nil : reader.required("time", TypedHour.minute(typedTime), else: "refusal.paperTime")
        if typedTime.isEmpty, let date, date != today { reader.refuse("time", "refusal.paperTime") }
        try reader.finish()
        guard let date, let minute else { return now }
        let taken = LocalTime(date.midnight(in: zone), in: zone).at(minute: minute, in: zone)
        guard taken <= now else { throw .invalid(date == today ? "time" : "day", "refusal.paperFuture") }
        guard now - taken <= oldest else { throw .invalid("day", "refusal.paperOld") }
        return taken
    }
}
