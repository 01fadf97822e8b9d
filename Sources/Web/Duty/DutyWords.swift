import Domain
import Foundation
import Localization
import UseCases

/// How a shift is spoken of.
struct DutyWords {
    let site: Site
    let roster: DutyKeeping.Roster

    private var t: Localizer { site.t }
    private var zone: TimeZone { site.town.timeZone }

    /// « 20 h – 8 h (le lendemain) ».
    func hours(_ from: Moment, _ until: Moment, on day: CivilDay) -> String {
        let times = ["from": t.time(from.milliseconds), "until": t.time(until.milliseconds)]
        if CivilDay(from, in: zone) != day { return t("duty.hours.since", times) }
        return t(CivilDay(until - .milliseconds(1), in: zone) == day ? "duty.hours" : "duty.hours.night", times)
    }

    func name(_ duty: Duty) -> String? { duty.person.map { roster.names[$0] ?? "" } }

    /// Those that begin on this day; what the Sunday before left over lies on Monday.
    func duties(on day: CivilDay) -> [Duty] {
        let (from, until) = (day.midnight(in: zone), day.adding(days: 1).midnight(in: zone))
        return roster.duties.filter { ($0.from >= from || day == roster.week.monday) && $0.from < until }
    }

    func date(_ day: CivilDay) -> String { t.date(day.midnight(in: zone).milliseconds) }

    func isUncovered(_ day: CivilDay) -> Bool {
        let (from, until) = (day.midnight(in: zone), day.adding(days: 1).midnight(in: zone))
        return roster.gaps.contains { $0.from <= from && until <= $0.until }
    }

    /// When nobody is on, by day.
    func gaps(on day: CivilDay) -> [String] {
        let (from, until) = (day.midnight(in: zone), day.adding(days: 1).midnight(in: zone))
        return roster.gaps.compactMap { gap in
            let (start, end) = (max(gap.from, from), min(gap.until, until))
            return start < end ? t("duty.hours", ["from": t.time(start.milliseconds), "until": t.time(end.milliseconds)]) : nil
        }
    }
}
