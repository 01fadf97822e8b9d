// Moments are milliseconds since 1 January 1970, UTC, shown on the clock of `timeZone`.
extension Localizer {
    /// "samedi 21 novembre 2026".
    public func date(_ moment: Int64) -> String { date(timeZone.local(moment).date) }

    public func date(_ date: CivilDate) -> String { filled(words.date, date) }

    /// "21/11/2026".
    public func shortDate(_ moment: Int64) -> String {
        let date = timeZone.local(moment).date
        return words.shortDate.filled(["day": date.day.padded(2), "month": date.month.padded(2), "year": String(date.year)])
    }

    /// "14 h 30", "18 h"; "2:30 pm", "6 pm".
    public func time(_ moment: Int64) -> String { time(timeZone.local(moment)) }

    /// The same of a clock on no day in particular; 24 is midnight.
    public func time(hour: Int, minute: Int = 0) -> String {
        time(LocalMoment(date: CivilDate(dayNumber: 0), hour: hour % 24, minute: minute, second: 0, offset: 0))
    }

    /// "samedi 21 novembre 2026 à 14 h 30".
    public func dateTime(_ moment: Int64) -> String {
        let local = timeZone.local(moment)
        return words.dateTime.filled(["date": date(local.date), "time": time(local)])
    }

    /// "aujourd’hui", "demain", "hier", "samedi 21 novembre", with the year when it is another one.
    public func dayWord(_ moment: Int64, now: Int64) -> String {
        let (date, today) = (timeZone.local(moment).date, timeZone.local(now).date)
        switch date.dayNumber - today.dayNumber {
        case -1: return words.yesterday
        case 0: return words.today
        case 1: return words.tomorrow
        default: return day(date, from: today)
        }
    }

    /// "2026-11-21", for the `datetime` attribute and date fields.
    public func isoDate(_ moment: Int64) -> String { timeZone.local(moment).date.iso }

    /// "2026-11-21T14:30:00+01:00", for the `datetime` attribute.
    public func isoDateTime(_ moment: Int64) -> String {
        let local = timeZone.local(moment)
        let minutes = Int(local.offset.magnitude) / 60
        let clock = "\(local.hour.padded(2)):\(local.minute.padded(2)):\(local.second.padded(2))"
        return "\(local.date.iso)T\(clock)\(local.offset < 0 ? "-" : "+")\((minutes / 60).padded(2)):\((minutes % 60).padded(2))"
    }

    /// Midnight, here, of a day written "2026-11-21"; nil for anything else and for impossible dates.
    public func moment(isoDate text: String) -> Int64? { CivilDate(iso: text).map { timeZone.milliseconds($0) } }

    /// With the year only when it is not the current one.
    func day(_ date: CivilDate, from today: CivilDate) -> String {
        filled(date.year == today.year ? words.dateWithoutYear : words.date, date)
    }

    func time(_ local: LocalMoment) -> String {
        let half = local.hour < 12 ? words.am : words.pm
        let hour = words.hasTwelveHours ? (local.hour + 11) % 12 + 1 : local.hour
        let template = local.minute == 0 ? words.timeOnTheHour : words.time
        return template.filled(["hour": String(hour), "minute": local.minute.padded(2), "half": half])
    }

    private func filled(_ template: Template, _ date: CivilDate) -> String {
        template.filled([
            "weekday": words.weekdays[date.weekday - 1], "day": date.day == 1 ? words.firstOfMonth : String(date.day),
            "month": words.months[date.month - 1], "year": String(date.year),
        ])
    }
}
