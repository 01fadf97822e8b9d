import Foundation

/// A day of the calendar, without an hour.
public struct CivilDay: Sendable, Equatable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// `2026-11-21`, as a date field sends it, or `21/11/2026` (also with dots or dashes), as people type it. Nil for a day that does not exist.
    public init?(_ typed: String) {
        let parts = typed.split(whereSeparator: { "-/. ".contains($0) }).map { Int($0) }
        guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else { return nil }
        (year, month, day) = first > 31 ? (first, second, third) : (third, second, first)
        guard (1900...2200).contains(year), (1...12).contains(month), (1...Self.length(of: month, in: year)).contains(day) else {
            return nil
        }
    }

    init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// The day that the calendar of a place shows.
    public init(_ moment: Moment, in zone: TimeZone) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1_000)
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        (year, month, day) = (parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
    }

    /// `2026-11-21`.
    public var iso: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }
    /// `14/03/1938`, as people type it.
    public var typed: String { "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)" }

    public func midnight(in zone: TimeZone) -> Moment {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let date = calendar.date(from: DateComponents(year: year, month: month, day: day)) ?? .distantPast
        return Moment(milliseconds: Int64(date.timeIntervalSince1970 * 1_000))
    }

    static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
