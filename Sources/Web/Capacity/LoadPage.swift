import Domain
import HTML
import Localization
import UseCases

/// The load of each kind of help in each quartier, the heaviest on top.
struct LoadPage: Page {
    private static let columns = ["place", "open", "matched", "expected", "helpers", "needed", "allowed", "factor"]
    let site: Site
    let board: Capacity.Board

    var title: String { t("load.title") }
    private var limit: Int { site.town.settings.capacity.limit }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("load.lead", ["limit": limit]) }
            },
            ReferentTabs(site: site).markup,
            p(.class("meta")) {
                board.measuredAt.map { t("load.measured", ["ago": t.ago($0.milliseconds, now: board.now.milliseconds)]) }
                    ?? t("load.unmeasured")
            },
            ButtonForm(action: links.measure, label: t("load.measure"), style: "button secondary small").markup,
            section(.class("stack section")) {
                board.loads.isEmpty ? p { t("load.none") } : table
                p { t("load.how") }
            },
        ])
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { span(.class("visually-hidden")) { title } }
            thead {
                tr {
                    th(.scope("col")) { t("load.column.what") }
                    for column in Self.columns { th(.scope("col")) { t("load.column.\(column)") } }
                }
            }
            tbody { for load in board.loads { row(load) } }
        }
    }

    private func row(_ load: Load) -> Markup {
        tr {
            th(.scope("row")) { site.facts.category(load.cell.category).map { site.label($0) } ?? "" }
            for (column, words) in zip(Self.columns, cells(load)) {
                td(.data("label", t("load.column.\(column)"))) {
                    column == "factor" && load.isOver(limit) ? span(.class("badge warning")) { words } : .text(words)
                }
            }
        }
    }

    private func cells(_ load: Load) -> [String] {
        [
            site.facts.neighbourhood(load.cell.neighbourhood)?.name ?? t("load.town"), t.number(load.work.open),
            t.number(load.work.matched),
            t.number(Int(load.work.expected.rounded())), t.number(load.helpers), t.number(Int(load.needed.rounded())),
            t.number(Int(load.allowed.rounded())),
            load.factor.isInfinite ? t("load.nobody") : t("load.percent", ["number": Int((load.factor * 100).rounded())]),
        ]
    }
}
