import Foundation

/// At which hours somebody was tried in vain, so that the next try is at another time of the day.
public struct CallHours: Sendable, Equatable {
    public enum Part: Int, Sendable, CaseIterable {
        case morning = 9
        case noon = 12
        case afternoon = 14
        case evening = 17

        /// The hour at which it begins.
        var from: Int { rawValue }

        init(hour: Int) { self = Self.allCases.last { hour >= $0.from } ?? .morning }
    }

    /// Not at once again, whatever part of the day comes next.
    static let pause = Duration.hours(1)

    private let counts: [Part: Int]
    private let zone: TimeZone

    public init(_ attempts: [CallAttempt], in zone: TimeZone) {
        self.zone = zone
        counts = attempts.filter { ![.later, .told].contains($0.result) }.reduce(into: [:]) { counts, attempt in
            counts[Part(hour: LocalTime(attempt.at, in: zone).hour), default: 0] += 1
        }
    }

    /// Those in which nobody tried, in the order of the day.
    public var untried: [Part] { Part.allCases.filter { counts[$0] == nil } }

    /// The next beginning of the part of the day that was tried least, this try in vain among them.
    public func next(after now: Moment, _ clock: RungClock) -> Moment {
        var counts = counts
        counts[Part(hour: LocalTime(now, in: zone).hour), default: 0] += 1
        let least = Part.allCases.map { counts[$0] ?? 0 }.min() ?? 0
        let starts = Part.allCases.filter { (counts[$0] ?? 0) == least }.map { start(of: $0, after: now + Self.pause) }
        return clock.waking(atOrAfter: starts.min() ?? now + Self.pause)
    }

    private func start(of part: Part, after moment: Moment) -> Moment {
        let today = LocalTime(moment, in: zone)
        let start = today.at(hour: part.from, in: zone)
        return start >= moment ? start : today.at(hour: part.from, daysLater: 1, in: zone)
    }
}
