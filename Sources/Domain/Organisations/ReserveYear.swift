import Foundation

/// Working days of one calendar year on which the communal reserve was called out.
///
/// Nobody serves more than fifteen of them (CSI L724-4). The limit is each volunteer's own, and who served on which day is known to the
/// reserve alone: on more days than that, others have to take turns.
public struct ReserveYear: Sendable, Equatable {
    public static let most = 15
    public static let warnedFrom = 12

    public enum Standing: String, Sendable, CaseIterable { case fine, near, reached }

    public let year: Int
    public let days: Int

    /// - Parameter last: the last day that counts; nil for the whole year, as decided so far.
    public init(_ year: Int, of activations: [ReserveActivation], until last: CivilDay? = nil, in zone: TimeZone) {
        self.year = year
        var days: Set<Int> = []
        for activation in activations {
            guard let span = activation.span(in: zone) else { continue }
            var day = span.lowerBound
            while day <= span.upperBound {
                if day.year == year, day.isWorkingDay, last.map({ day <= $0 }) ?? true { days.insert(day.number) }
                day = day.adding(days: 1)
            }
        }
        self.days = days.count
    }

    public var standing: Standing { days >= Self.most ? .reached : days >= Self.warnedFrom ? .near : .fine }
    /// Somebody who came every day would have served too long.
    public var isBeyond: Bool { days > Self.most }
}

extension ReserveActivation {
    /// From its first day to its last, or to the one on which it was ended; nil when it was cancelled before it began.
    func span(in zone: TimeZone) -> ClosedRange<CivilDay>? {
        let end = min(until, closedAt ?? until)
        guard from < end else { return nil }
        return CivilDay(from, in: zone)...CivilDay(end - .milliseconds(1), in: zone)
    }

    /// The calendar years that it touches.
    public func years(in zone: TimeZone) -> ClosedRange<Int> {
        CivilDay(from, in: zone).year...CivilDay(until - .milliseconds(1), in: zone).year
    }
}

extension CivilDay {
    /// « Jour ouvrable »: every day but Sundays and public holidays.
    public var isWorkingDay: Bool {
        // Day 0 was a Thursday.
        (number + 4) % 7 != 0 && !PublicHolidays.contains(self)
    }
}
