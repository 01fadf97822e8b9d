extension CivilDay: Comparable {
    public static func < (left: Self, right: Self) -> Bool { left.iso < right.iso }

    /// Days since 1970-01-01, of the Gregorian calendar whatever the zone.
    public var number: Int {
        // Years begin in March, so that the leap day is the last of its year.
        let (year, month) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
        return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719_469
    }

    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    public func adding(days: Int) -> CivilDay {
        let count = number + days + 719_468
        let era = count / 146_097
        let ofEra = count % 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (ofYear * 5 + 2) / 153
        return CivilDay(
            year: yearOfEra + era * 400 + (month > 9 ? 1 : 0), month: month > 9 ? month - 9 : month + 3,
            day: ofYear - (month * 153 + 2) / 5 + 1)
    }
}
