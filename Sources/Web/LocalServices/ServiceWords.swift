import Domain
import Localization

/// Hours and what is said of them, in plain words.
struct ServiceWords {
    let t: Localizer
    let now: Moment

    /// « Ouvert maintenant, jusqu’à 17 h », « Ouvre demain à 9 h ».
    func opening(_ opening: Opening) -> String {
        switch opening {
        case .open(nil): t("services.open.always")
        case .open(let until?): t("services.open.until", ["time": until - now < .hours(20) ? clock(until) : dayAndClock(until)])
        case .closed(let opens): t("services.opens", ["when": dayAndClock(opens)])
        case .unknown: t("services.hours.unknown")
        }
    }

    /// « Lundi à vendredi : 9 h à 12 h, 14 h à 17 h 30 », one line for days that are alike.
    func week(_ hours: OpeningHours) -> [String] {
        if hours.isAlways { return [t("services.hours.always")] }
        return hours.runs.map { run in t("services.hours.line", ["days": days(run.days), "spans": spans(run.spans)]) }
    }

    private func days(_ days: ClosedRange<Int>) -> String {
        let (first, last) = (t("format.weekday.\(days.lowerBound)"), t("format.weekday.\(days.upperBound)"))
        let words =
            switch days.count {
            case 1: first
            case 2: t.list([first, last])
            case 7: t("services.hours.everyDay")
            default: t("services.hours.days", ["first": first, "last": last])
            }
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private func spans(_ spans: [OpeningHours.Span]) -> String {
        if spans == [.wholeDay] { return t("services.hours.wholeDay") }
        return t.list(spans.map { t("services.hours.span", ["from": clock($0.from), "until": clock($0.until)]) })
    }

    private func dayAndClock(_ moment: Moment) -> String {
        t("services.dayAndTime", ["day": t.dayWord(moment.milliseconds, now: now.milliseconds), "time": clock(moment)])
    }

    private func clock(_ moment: Moment) -> String {
        let local = t.timeZone.local(moment.milliseconds)
        return clock(local.hour * 60 + local.minute)
    }

    /// - Parameter minute: since midnight.
    private func clock(_ minute: Int) -> String {
        minute % OpeningHours.Span.day == 0 ? t("format.midnight") : t.time(hour: minute / 60, minute: minute % 60)
    }
}
