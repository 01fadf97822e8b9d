import Foundation

/// The days on which helpers are expected next, by their local midnights.
public struct ExpectedDays: Sendable, Equatable {
    public var yesterday: Moment
    public var today: Moment
    public var tomorrow: Moment
    /// The midnight after tomorrow.
    public var end: Moment
    /// Whoever is expected before should have answered by now: in the evening, also whoever is expected tomorrow.
    public var answeredBefore: Moment

    public init(_ now: Moment, in zone: TimeZone) {
        let local = LocalTime(now, in: zone)
        yesterday = local.at(hour: 0, daysLater: -1, in: zone)
        today = local.midnight
        tomorrow = local.at(hour: 0, daysLater: 1, in: zone)
        end = local.at(hour: 0, daysLater: 2, in: zone)
        answeredBefore = local.hour >= Reminder.answeredBy ? end : tomorrow
    }
}
