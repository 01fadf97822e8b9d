/// The days of recurring help: its rhythm, from the first day that the two agreed on.
public struct StandingRhythm: Sendable, Equatable {
    public let rhythm: WhenWanted.Rhythm
    public let first: CivilDay

    public init(_ rhythm: WhenWanted.Rhythm, from first: CivilDay) {
        self.rhythm = rhythm
        self.first = first
    }

    /// The first on or after a day. A month that is too short has it on its last day.
    public func next(onOrAfter day: CivilDay) -> CivilDay {
        guard day > first else { return first }
        switch rhythm {
        case .daily: return day
        case .weekly: return next(onOrAfter: day, every: 7)
        case .fortnightly: return next(onOrAfter: day, every: 14)
        case .monthly:
            let months = (day.year - first.year) * 12 + day.month - first.month
            let inMonth = first.adding(months: months)
            return inMonth < day ? first.adding(months: months + 1) : inMonth
        }
    }

    public func contains(_ day: CivilDay) -> Bool { next(onOrAfter: day) == day }

    private func next(onOrAfter day: CivilDay, every count: Int) -> CivilDay {
        let passed = day.number - first.number
        return first.adding(days: (passed + count - 1) / count * count)
    }
}
