import HTML
import Localization
import UseCases

/// Each point with its state in words, and what to do where something is to be done.
struct SecurityPage: Page {
    let site: Site
    let points: [SecurityReview.Point]

    var title: String { t("security.title") }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { t("security.title") }
                p(.class("lead")) { t("security.lead") }
            },
            AdministrationTabs(site: site, current: links.security).markup,
            table,
        ])
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { span(.class("visually-hidden")) { t("security.title") } }
            thead { tr { for column in ["point", "state", "words"] { th(.scope("col")) { t("security.column.\(column)") } } } }
            tbody { for point in points { row(point) } }
        }
    }

    private func row(_ point: SecurityReview.Point) -> Markup {
        tr {
            th(.scope("row")) { t("security.point.\(point.name)") }
            td(.data("label", t("security.column.state"))) {
                span(.class(badge(point.state))) { t("security.state.\(point.state.rawValue)") }
            }
            td(.data("label", t("security.column.words"))) { t("security.\(point.state.rawValue).\(point.name)", point.arguments) }
        }
    }

    private func badge(_ state: SecurityReview.Point.State) -> String {
        switch state {
        case .kept: "badge success"
        case .known: "badge"
        case .missing: "badge warning"
        }
    }
}
