import Foundation

/// Whether somebody answers at a moment, and until or from when.
public enum Opening: Sendable, Equatable {
    /// Nil: for as long as anybody plans.
    case open(until: Moment?)
    case closed(opens: Moment)
    /// Nobody has written down the hours.
    case unknown

    public var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}

extension OpeningHours {
    /// Days looked ahead: whoever opens on one weekday only may be closed on it twice in a row, 25 December and 1 January.
    private static let horizon = 22

    public func opening(at now: Moment, in zone: TimeZone) -> Opening {
        if isAlways { return .open(until: nil) }
        let today = CivilDay(now, in: zone)
        let ahead = (-1...Self.horizon).flatMap { stretches(on: today.adding(days: $0), in: zone) }.filter { $0.until > now }
        guard let first = ahead.first else { return .unknown }
        guard first.from <= now else { return .closed(opens: first.from) }
        // What follows without a break is the same opening.
        var until = first.until
        for next in ahead.dropFirst() where next.from <= until { until = max(until, next.until) }
        return .open(until: until - now > .days(7) ? nil : until)
    }

    /// In order; spans of a day lie one after the other.
    private func stretches(on day: CivilDay, in zone: TimeZone) -> [(from: Moment, until: Moment)] {
        guard let spans = days[day.weekday], !(isClosedOnHolidays && PublicHolidays.contains(day)) else { return [] }
        let number = Int64(day.number)
        return spans.map { span in
            (LocalTime.moment(day: number, minute: span.from, in: zone), LocalTime.moment(day: number, minute: span.until, in: zone))
        }
    }
}
