import Foundation

/// What the public may know of when help is wanted: never the date, which would tell who is away or alone when.
public enum RoughTime: String, Sendable, CaseIterable, Codable {
    case today
    case thisWeek = "this_week"
    case later
    case regularly
}

/// A town's today and the end of its week, looked up once for a whole list.
public struct RoughCalendar: Sendable {
    private let tomorrow: Moment
    private let nextMonday: Moment

    public init(now: Moment, in zone: TimeZone) {
        let local = LocalTime(now, in: zone)
        tomorrow = local.at(hour: 0, daysLater: 1, in: zone)
        nextMonday = local.at(hour: 0, daysLater: 8 - local.weekday, in: zone)
    }

    /// A day that has passed without anybody coming is wanted today.
    public func time(_ wanted: WhenWanted) -> RoughTime {
        switch wanted {
        case .now: .today
        case .every: .regularly
        case .on(let day): day < tomorrow ? .today : day < nextMonday ? .thisWeek : .later
        }
    }
}
