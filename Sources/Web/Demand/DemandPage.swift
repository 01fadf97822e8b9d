import Domain
import HTML
import Localization
import UseCases

/// Quartier by quartier: what was asked, who could help, and what to do where requests are missing.
struct DemandPage: Page {
    let site: Site
    let board: Demand.Board
    let state: FormState
    /// Whether an administrator looks at the whole town.
    let isOfTown: Bool
    let isSaved: Bool

    var title: String { state.refusal == nil ? t("demand.title") : t("form.errorTitle", ["title": t("demand.title")]) }

    private var fields: Fields { Fields(t: t, state: state) }
    private var settings: CapacitySettings { site.town.settings.capacity }

    var content: Markup {
        .list([
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("demand.title") }
                p(.class("lead")) { t("demand.lead") }
            },
            isOfTown ? AdministrationTabs(site: site, current: links.townDemand).markup : ReferentTabs(site: site).markup,
            isSaved ? AdministrationTabs.saved(t) : .empty, sheets,
            .list(board.quartiers.map { DemandSection(site: site, quartier: $0, now: board.now).markup }),
            isOfTown && !site.facts.neighbourhoods.isEmpty ? figures : .empty,
        ])
    }

    /// For the whole town.
    private var sheets: Markup {
        p(.class("actions")) {
            for action in DemandAction.printed {
                a(.class("button secondary"), .href(links.sheet(action, nil))) {
                    icon("print")
                    t("demand.action.\(action.rawValue)")
                }
            }
        }
    }

    private var figures: Markup {
        HTML.form(.class("box"), .method("post"), .action(links.townDemand), .attr("novalidate", "")) {
            h2 { t("demand.elders.title") }
            p { t("demand.elders.lead") }
            for quartier in site.facts.neighbourhoods {
                fields.input(EldersForm.name(quartier), quartier.name, kind: .number, optional: true, short: true)
            }
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("administration.save") } }
        }
    }
}

/// One quartier.
struct DemandSection {
    private static let columns = ["asked", "unmet", "slow", "reserve", "action"]
    let site: Site
    let quartier: QuartierDemand
    let now: Moment

    private var t: Localizer { site.t }
    private var settings: CapacitySettings { site.town.settings.capacity }
    private var place: Neighbourhood? { site.facts.neighbourhood(quartier.neighbourhood) }
    private var name: String { place?.name ?? t("load.town") }
    private var id: String { "quartier-\(place?.slug ?? "aucun")" }

    var markup: Markup {
        section(.class("stack section"), .aria("labelledby", id)) {
            h2(.id(id)) { name }
            p(.class("meta")) { standing }
            if quartier.isSilent(settings.silentWeeks, at: now) { silence }
            if !quartier.rows.isEmpty { table }
        }
    }

    private var standing: String {
        let last = quartier.lastAskedAt.map { t("demand.last", ["ago": t.ago($0.milliseconds, now: now.milliseconds)]) }
        return [last ?? t("demand.never"), t("demand.helpers", count: quartier.helpers), t("demand.elders", count: quartier.elders)]
            .joined(separator: " ")
    }

    private var silence: Markup {
        div(.class("notice warning")) {
            icon("warning")
            div {
                p { t("demand.silent", count: settings.silentWeeks) }
                p(.class("actions")) { for action in quartier.actions(settings, at: now) { link(action, style: "button small") } }
            }
        }
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { span(.class("visually-hidden")) { name } }
            thead {
                tr {
                    th(.scope("col")) { t("load.column.what") }
                    for column in Self.columns { th(.scope("col")) { t("demand.column.\(column)") } }
                }
            }
            tbody { for row in quartier.rows { self.row(row) } }
        }
    }

    private func row(_ row: DemandRow) -> Markup {
        let counts = [row.asked, row.unmet, row.slow, row.reserve]
        let actions = row.actions(limit: settings.limit)
        return tr {
            th(.scope("row")) { site.facts.category(row.category).map { site.label($0) } ?? "" }
            for (column, count) in zip(Self.columns, counts) {
                td(.data("label", t("demand.column.\(column)"))) { t.number(count) }
            }
            td(.data("label", t("demand.column.action"))) {
                if actions.isEmpty { t("demand.fine") }
                for action in actions { p { link(action, style: "link") } }
            }
        }
    }

    private func link(_ action: DemandAction, style: String) -> Markup {
        a(.class(style), .href(site.links.sheet(action, place))) {
            t("demand.action.\(action.rawValue)")
            span(.class("visually-hidden")) { "\u{A0}: \(name)" }
        }
    }
}
