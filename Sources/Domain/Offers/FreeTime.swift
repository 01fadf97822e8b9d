/// When somebody is free, as roughly as it is asked and shown: some days, a part of the day.
public struct FreeTime: Sendable, Equatable {
    public enum Part: String, Sendable, CaseIterable, Codable {
        case day, morning, afternoon, evening

        /// Local hours, from inclusive, to exclusive.
        public var hours: Range<Int> {
            switch self {
            case .day: 8..<20
            case .morning: 8..<12
            case .afternoon: 12..<18
            case .evening: 18..<21
            }
        }
    }

    /// Days that have a word of their own.
    public enum Days: String, Sendable, CaseIterable, Codable {
        case all, weekdays, weekend, some

        public init(_ days: Set<Int>) {
            switch days {
            case Set(1...7): self = .all
            case Set(1...5): self = .weekdays
            case [6, 7]: self = .weekend
            default: self = .some
            }
        }

        /// Empty for « some »: the days themselves say it.
        public var weekdays: Set<Int> {
            switch self {
            case .all: Set(1...7)
            case .weekdays: Set(1...5)
            case .weekend: [6, 7]
            case .some: []
            }
        }
    }

    /// ISO weekdays, 1 is Monday.
    public var weekdays: Set<Int>
    public var part: Part

    public init(weekdays: Set<Int>, part: Part) {
        self.weekdays = weekdays
        self.part = part
    }

    /// From the hours of an availability, however they were set.
    public init(weekdays: Set<Int>, fromHour: Int, toHour: Int) {
        self.weekdays = weekdays
        part = toHour <= 13 ? .morning : fromHour >= 17 ? .evening : fromHour >= 12 ? .afternoon : .day
    }
}

/// How far somebody goes.
public enum Reach: String, Sendable, CaseIterable, Codable {
    case near, town, remote

    /// - Parameter radius: metres.
    public init(radius: Int, isRemoteOnly: Bool) {
        self = isRemoteOnly ? .remote : radius <= 2_000 ? .near : .town
    }

    /// Metres.
    public var radius: Int { self == .town ? 10_000 : 1_000 }
}
