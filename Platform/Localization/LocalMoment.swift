/// What calendar and clock show somewhere at a moment.
public struct LocalMoment: Sendable, Equatable {
    public let date: CivilDate
    /// 0 to 23.
    public let hour: Int
    public let minute: Int
    public let second: Int
    /// Seconds east of UTC.
    public let offset: Int
}

extension Zone {
    /// - Parameter milliseconds: since 1 January 1970, UTC; kept within the years 1 to 9999.
    public func local(_ milliseconds: Int64) -> LocalMoment {
        let seconds = Int(min(max(milliseconds, -62_135_510_400_000), 253_402_214_400_000).floorDivided(by: 1000))
        let offset = offset(at: seconds)
        let local = seconds + offset
        let day = local.floorDivided(by: 86_400)
        let rest = local - day * 86_400
        return LocalMoment(
            date: CivilDate(dayNumber: day), hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, offset: offset)
    }

    /// The moment at which the clock shows a time. An hour that spring skips is read an hour later; of an hour that autumn repeats,
    /// the first is meant.
    /// - Returns: milliseconds since 1 January 1970, UTC.
    public func milliseconds(_ date: CivilDate, hour: Int = 0, minute: Int = 0) -> Int64 {
        let local = date.dayNumber * 86_400 + hour * 3600 + minute * 60
        // The offsets in force a day before and a day after: they differ only around a clock change.
        let before = offset(at: local - 86_400)
        let after = offset(at: local + 86_400)
        let first = local - max(before, after)
        let last = local - min(before, after)
        let seconds = first + offset(at: first) == local ? first : last + offset(at: last) == local ? last : local - before
        return Int64(seconds) * 1000
    }
}
