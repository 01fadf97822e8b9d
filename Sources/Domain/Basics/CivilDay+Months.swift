import Foundation

extension CivilDay {
    /// The same day so many months later or earlier; the last of the month where there is no such day.
    public func adding(months: Int) -> CivilDay {
        let count = year * 12 + month - 1 + months
        let (year, month) = (count / 12, count % 12 + 1)
        let longest = CivilDay.length(of: month, in: year)
        return CivilDay(year: year, month: month, day: min(day, longest))
    }
}

extension Moment {
    /// The same hour so many calendar months later or earlier, as the clock on the wall shows it.
    public func adding(months: Int, in zone: TimeZone) -> Moment {
        let day = CivilDay(self, in: zone)
        return day.adding(months: months).midnight(in: zone) + (self - day.midnight(in: zone))
    }
}
