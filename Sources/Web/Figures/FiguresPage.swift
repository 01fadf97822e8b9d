import Domain
import HTML
import Localization
import UseCases

struct FiguresPage: Page {
    let site: Site
    let figures: TownFigures
    /// True for those who may see small counts.
    let isInternal: Bool

    var title: String { t("figures.title") }

    var content: Markup { .list([heading, totals, byCategory, byWeek, ModerationFigures(page: self).markup, actions]) }

    private var heading: Markup {
        div(.class("page-header")) {
            h1 { title }
            p(.class("lead")) {
                t("figures.lead", ["from": t.date(figures.from.milliseconds), "to": t.date(figures.to.milliseconds)])
            }
            if isInternal { p(.class("meta")) { t("figures.internal") } }
        }
    }

    private var totals: Markup {
        dl(.class("figures")) {
            tile(t("figures.requests"), shown(figures.requests))
            tile(t("figures.served"), served)
            tile(t("figures.timeToYes"), timeToYes)
            tile(t("figures.helpers", ["new": shown(figures.newHelpers)]), shown(figures.helpers))
            tile(t("figures.offers"), shown(figures.offers))
            tile(t("figures.views"), t.number(figures.views))
        }
    }

    private func tile(_ label: String, _ value: String) -> Markup {
        div {
            dt { label }
            dd { value }
        }
    }

    private var served: String {
        guard let share = figures.shareServed, isInternal || figures.requests >= PublicCount.least else { return t("figures.few") }
        return t("figures.share", ["share": share])
    }

    private var timeToYes: String {
        guard isInternal || figures.requests >= PublicCount.least, figures.requests > 0 else { return t("figures.few") }
        guard let median = figures.medianTimeToYes else { return t("figures.noMedian") }
        return time(median)
    }

    /// In minutes, then in hours.
    func time(_ duration: Duration) -> String {
        let minutes = Int(duration.inMilliseconds / 60_000)
        return minutes < 120 ? t("figures.minutes", count: minutes) : t("figures.hours", count: minutes / 60)
    }

    private func shown(_ count: Int) -> String {
        (isInternal ? count : PublicCount.alone(count)).map { t.number($0) } ?? t("figures.few")
    }

    /// The counts of a column as they may be shown.
    func cells(_ counts: [Int]) -> [Int?] { isInternal ? counts : PublicCount.cells(counts) }

    private var byCategory: Markup {
        let counts = cells(figures.categories.map(\.requests))
        let most = figures.categories.map(\.requests).max() ?? 1
        return section(.class("stack section"), .aria("labelledby", "parservice")) {
            h2(.id("parservice")) { t("figures.byCategory") }
            div(.class("box")) {
                table(.class("bars")) {
                    caption(.class("visually-hidden")) { t("figures.byCategory.caption") }
                    tbody {
                        for (row, count) in zip(figures.categories, counts) { bar(row, count, most) }
                    }
                }
                p(.class("meta")) { t("figures.hidden") }
            }
        }
    }

    private func bar(_ row: TownFigures.CategoryRow, _ count: Int?, _ most: Int) -> Markup {
        tr {
            th(.scope("row")) { site.facts.category(row.category).map { site.label($0) } ?? "" }
            td {
                if let count { meter(.min(0), .max(most), .value(count), .aria("hidden", true)) {} }
            }
            td { count.map { t.number($0) } ?? t("figures.few") }
        }
    }

    private var byWeek: Markup {
        section(.class("stack section"), .aria("labelledby", "parsemaine")) {
            h2(.id("parsemaine")) { t("figures.byWeek") }
            table(.class("rows")) {
                caption(.class("visually-hidden")) { t("figures.byWeek.caption") }
                thead {
                    tr {
                        th(.scope("col")) { t("figures.week") }
                        for label in columns { th(.scope("col"), .class("number")) { label } }
                    }
                }
                tbody { for row in weekRows { row } }
            }
        }
    }

    private var columns: [String] {
        [t("figures.column.requests"), t("figures.column.served"), t("figures.column.newHelpers"), t("figures.column.views")]
    }

    /// The four columns week by week, each hidden where it must be.
    var weekCells: [(start: Moment, cells: [Int?])] {
        let weeks = figures.weeks
        let hidden = [cells(weeks.map(\.requests)), cells(weeks.map(\.served)), cells(weeks.map(\.newHelpers)), weeks.map(\.views)]
        return weeks.indices.reversed().map { index in (weeks[index].start, hidden.map { $0[index] }) }
    }

    private var weekRows: [Markup] {
        weekCells.map { week in
            tr {
                th(.scope("row")) { t.shortDate(week.start.milliseconds) }
                for (label, count) in zip(columns, week.cells) {
                    td(.class("number"), .data("label", label)) { count.map { t.number($0) } ?? t("figures.few") }
                }
            }
        }
    }

    private var actions: Markup {
        p(.class("actions")) {
            button(.class("button secondary needs-script"), .type("button"), .attr("data-print", "")) {
                icon("print")
                t("figures.print")
            }
            a(.class("button secondary"), .href(links.figures + ".csv")) {
                icon("download")
                t("figures.csv")
            }
        }
    }
}
