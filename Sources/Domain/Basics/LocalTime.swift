import Foundation

/// A moment as the clock on a town's wall shows it.
public struct LocalTime: Sendable {
    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int
    /// 0 to 23.
    public var hour: Int
    public var minute: Int
    /// Local midnight at which this day began.
    public var midnight: Moment

    public init(_ moment: Moment, in zone: TimeZone) {
        let seconds = Double(moment.milliseconds) / 1_000
        let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))) * 1_000
        let local = moment.milliseconds + offset
        let day = local.floorDivided(by: 86_400_000)
        let ofDay = local - day * 86_400_000
        weekday = Int((day + 3) % 7 + 7) % 7 + 1
        hour = Int(ofDay / 3_600_000)
        minute = Int(ofDay / 60_000 % 60)
        midnight = Self.moment(day: day, minute: 0, in: zone)
    }

    /// The moment at which the wall clock shows `hour` on the day that is `days` after this one.
    public func at(hour: Int, daysLater days: Int = 0, in zone: TimeZone) -> Moment { at(minute: hour * 60, daysLater: days, in: zone) }

    /// - Parameter minute: since midnight, by the clock on the wall.
    public func at(minute: Int, daysLater days: Int = 0, in zone: TimeZone) -> Moment {
        let seconds = Double(midnight.milliseconds) / 1_000
        let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))) * 1_000
        let day = (midnight.milliseconds + offset).floorDivided(by: 86_400_000) + Int64(days)
        return Self.moment(day: day, minute: minute, in: zone)
    }

    /// - Parameters:
    ///   - day: counted from 1970-01-01.
    ///   - minute: since midnight by the clock on the wall; past 1,440 it is on a later day.
    static func moment(day: Int64, minute: Int, in zone: TimeZone) -> Moment {
        let local = day * 86_400_000 + Int64(minute) * 60_000
        var utc = local
        for _ in 0..<2 {
            utc = local - Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc) / 1_000))) * 1_000
        }
        return Moment(milliseconds: utc)
    }
}

extension Int64 {
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}

extension TimeZone {
    /// Mainland France; a town overseas sets its own.
    public static let paris = TimeZone(identifier: "Europe/Paris") ?? .gmt
}
