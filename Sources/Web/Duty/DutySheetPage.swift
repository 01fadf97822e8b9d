import Domain
import HTML
import Localization
import UseCases

/// « Tableau de permanence »: one week on one sheet, for the wall of the desk.
struct DutySheetPage: Page {
    let site: Site
    let roster: DutyKeeping.Roster

    var title: String { t("duty.sheet.title") }

    private var words: DutyWords { DutyWords(site: site, roster: roster) }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("duty.week", ["number": String(roster.week.number), "date": words.date(roster.week.monday)]) }
            },
            p(.class("actions")) {
                button(.class("button needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    t("dayList.print")
                }
                a(.class("button quiet"), .href(links.duties(roster.week))) { t("duty.title") }
            },
            HTML.table(.class("rows duty-sheet")) {
                caption { span(.class("visually-hidden")) { title } }
                thead { tr { for column in ["day", "hours", "who"] { th(.scope("col")) { t("duty.column.\(column)") } } } }
                tbody { for day in roster.week.days { rows(of: day) } }
            },
            p { t("duty.sheet.nobody") },
        ])
    }

    @MarkupBuilder private func rows(of day: CivilDay) -> Markup {
        let duties = words.duties(on: day)
        if duties.isEmpty {
            tr {
                th(.scope("row")) { words.date(day) }
                td(.data("label", t("duty.column.hours"))) { "–" }
                td(.data("label", t("duty.column.who"))) { t("duty.none") }
            }
        }
        for duty in duties {
            tr {
                th(.scope("row")) { words.date(day) }
                td(.data("label", t("duty.column.hours"))) { words.hours(duty.from, duty.until, on: day) }
                td(.data("label", t("duty.column.who"))) {
                    if let name = words.name(duty) { HTML.b { name } } else { span(.class("write")) { t("duty.open") } }
                }
            }
        }
    }
}
