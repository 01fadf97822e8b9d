import Foundation

/// A rest from being asked: a week, a month, or until a day.
public struct PauseForm: Sendable {
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    /// - Returns: the midnight at which asks may come again; at most a year ahead.
    public func read(now: Moment, in zone: TimeZone) throws(Refusal) -> Moment {
        let today = LocalTime(now, in: zone)
        switch fields["for"] {
        case "week": return today.at(hour: 0, daysLater: 7, in: zone)
        case "month": return today.at(hour: 0, daysLater: 30, in: zone)
        case "date":
            guard let day = CivilDay(PlainText.line(fields["until"] ?? "")) else { throw .invalid("until", "refusal.date") }
            let end = day.midnight(in: zone)
            guard end > now else { throw .invalid("until", "refusal.pausePast") }
            guard end <= today.at(hour: 0, daysLater: 366, in: zone) else { throw .invalid("until", "refusal.dateFar") }
            return end
        default: throw .invalid("until", "refusal.pause")
        }
    }
}
