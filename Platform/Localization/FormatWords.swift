/// The words and shapes of dates, numbers and lists: the catalogue's `format.` keys, looked up once per language.
struct FormatWords: Sendable {
    /// Monday first, as ISO 8601 counts.
    let weekdays: [String]
    let months: [String]
    let firstOfMonth, am, pm, noon, midnight: String
    let date, dateWithoutYear, shortDate, dateTime: Template
    let time, timeOnTheHour: Template
    /// Whether hours run from 1 to 12 twice (`format.clock` is "12") or from 0 to 23.
    let hasTwelveHours: Bool
    let today, tomorrow, yesterday: String
    let deadlineToday, deadlineTonight, deadlineTomorrow, deadlineWeekday, deadlineDate: Template
    let deadlinePast, justNow: String
    let groupSeparator, decimalSeparator, listSeparator, listLast: String
    let metres, kilometres: Template

    init(_ templates: [String: Template]) {
        func t(_ key: String) -> Template { templates[key] ?? Template(verbatim: "⟦\(key)⟧") }
        weekdays = (1...7).map { t("format.weekday.\($0)").source }
        months = (1...12).map { t("format.month.\($0)").source }
        firstOfMonth = t("format.firstOfMonth").source
        am = t("format.am").source
        pm = t("format.pm").source
        noon = t("format.noon").source
        midnight = t("format.midnight").source
        date = t("format.date")
        dateWithoutYear = t("format.dateWithoutYear")
        shortDate = t("format.shortDate")
        dateTime = t("format.dateTime")
        time = t("format.time")
        timeOnTheHour = t("format.timeOnTheHour")
        hasTwelveHours = t("format.clock").source == "12"
        today = t("format.today").source
        tomorrow = t("format.tomorrow").source
        yesterday = t("format.yesterday").source
        deadlineToday = t("format.deadline.today")
        deadlineTonight = t("format.deadline.tonight")
        deadlineTomorrow = t("format.deadline.tomorrow")
        deadlineWeekday = t("format.deadline.weekday")
        deadlineDate = t("format.deadline.date")
        deadlinePast = t("format.deadline.past").source
        justNow = t("format.ago.now").source
        groupSeparator = t("format.number.group").source
        decimalSeparator = t("format.number.decimal").source
        listSeparator = t("format.list.separator").source
        listLast = t("format.list.last").source
        metres = t("format.distance.metres")
        kilometres = t("format.distance.kilometres")
    }
}
