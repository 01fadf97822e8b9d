/// The eleven of Code du travail L3133-1.
public enum PublicHolidays {
    private static let fixed: Set<String> = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]

    public static func contains(_ day: CivilDay) -> Bool {
        if fixed.contains(String(day.iso.suffix(5))) { return true }
        let since = ordinal(day) - ordinal(easter(of: day.year))
        // Easter Monday, Ascension Day, Whit Monday.
        return [1, 39, 50].contains(since)
    }

    /// The Gregorian computus of Meeus, Jones and Butcher.
    static func easter(of year: Int) -> CivilDay {
        let (golden, century, inCentury) = (year % 19, year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * shift + 114
        return CivilDay(year: year, month: sum / 31, day: sum % 31 + 1)
    }

    /// The number of the day in its year.
    private static func ordinal(_ day: CivilDay) -> Int {
        (1..<day.month).reduce(day.day) { $0 + CivilDay.length(of: $1, in: day.year) }
    }
}
