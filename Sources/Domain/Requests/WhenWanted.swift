/// When help is wanted.
public enum WhenWanted: Sendable, Equatable {
    /// As soon as possible.
    case now
    /// On a day: local midnight.
    case on(Moment)
    /// Again and again, in the person's rhythm.
    case every(Rhythm)

    public enum Rhythm: String, Sendable, CaseIterable, Codable { case daily, weekly, fortnightly, monthly }
}

/// How fast somebody must answer; it sets the clock of each rung.
public enum Urgency: Int, Sendable, CaseIterable, Comparable, Codable {
    case ordinary = 0
    case soon = 1
    case urgent = 2

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Now is urgent; a date within two days is soon.
    public init(_ wanted: WhenWanted, now: Moment) {
        switch wanted {
        case .now: self = .urgent
        case .on(let day): self = day - now < .days(2) ? .soon : .ordinary
        case .every: self = .ordinary
        }
    }
}
