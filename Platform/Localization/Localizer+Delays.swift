extension Localizer {
    /// By when, in plain words: "avant ce soir 18 h", "avant demain midi", "avant lundi 9 h", "avant le samedi 28 novembre à 9 h".
    ///
    /// Midnight closes a day, it does not open one: 00:00 on Tuesday is "avant lundi minuit".
    public func deadline(_ moment: Int64, now: Int64) -> String {
        if moment <= now { return words.deadlinePast }
        let local = timeZone.local(moment)
        let today = timeZone.local(now).date
        let isMidnight = local.hour == 0 && local.minute == 0
        let date = isMidnight ? CivilDate(dayNumber: local.date.dayNumber - 1) : local.date
        let time = isMidnight ? words.midnight : local.hour == 12 && local.minute == 0 ? words.noon : time(local)
        switch date.dayNumber - today.dayNumber {
        case ...0 where isMidnight || local.hour >= 18: return words.deadlineTonight.filled(["time": time])
        case ...0: return words.deadlineToday.filled(["time": time])
        case 1: return words.deadlineTomorrow.filled(["time": time])
        case 2...6: return words.deadlineWeekday.filled(["weekday": words.weekdays[date.weekday - 1], "time": time])
        default: return words.deadlineDate.filled(["day": day(date, from: today), "time": time])
        }
    }

    /// How long ago: "à l’instant", "il y a 5 minutes", "il y a 3 jours"; a month is 30 days, a year 365.
    public func ago(_ moment: Int64, now: Int64) -> String {
        let t = self
        let elapsed = now.subtractingReportingOverflow(moment)
        let minutes = elapsed.overflow || elapsed.partialValue < 0 ? 0 : Int(elapsed.partialValue / 60_000)
        switch minutes {
        case 0: return words.justNow
        case ..<60: return t("format.ago.minutes", count: minutes)
        case ..<1440: return t("format.ago.hours", count: minutes / 60)
        case ..<43_200: return t("format.ago.days", count: minutes / 1440)
        case ..<525_600: return t("format.ago.months", count: minutes / 43_200)
        default: return t("format.ago.years", count: minutes / 525_600)
        }
    }
}
