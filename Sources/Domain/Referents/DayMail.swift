import Foundation

/// The mail of the day: at the town's hour, on working days. One that could not leave in time still leaves in the morning, or not at all.
public enum DayMail {
    static let lateness = 4

    /// The day whose mail is due now.
    public static func day(at now: Moment, hour: Int, in zone: TimeZone) -> CivilDay? {
        let time = LocalTime(now, in: zone)
        let day = CivilDay(now, in: zone)
        guard time.weekday <= 5, (hour..<hour + lateness).contains(time.hour), !PublicHolidays.contains(day) else { return nil }
        return day
    }
}
