import Domain
import HTML
import Localization
import UseCases

/// The directory: who answers what in the town, open ones first; good to be printed and hung on a wall.
struct ServicesPage: Page {
    let site: Site
    let filter: ServiceFilter
    let reading: ServiceDirectory.Reading

    var title: String { t("services.title") }

    var content: Markup {
        .list([
            heading(lead: t("services.lead", ["town": site.town.name])),
            filters,
            p(.class("print-only")) { t("services.printed", ["day": t.date(reading.now.milliseconds)]) },
            reading.services.isEmpty ? none : list,
            Emergency(t: t).markup,
        ])
    }

    private var filters: Markup {
        form(.class("filters"), .method("get"), .action(links.services), .role("search"), .aria("label", t("services.filter"))) {
            choice(
                "theme", t("services.topic"), all: t("services.topic.all"),
                reading.topics.map { ($0.rawValue, t("services.topic.\($0.rawValue)")) }, chosen: filter.topic?.rawValue)
            if !site.facts.neighbourhoods.isEmpty {
                choice(
                    "quartier", t("board.neighbourhood"), all: t("board.neighbourhood.all"),
                    site.facts.neighbourhoods.map { ($0.slug, $0.name) }, chosen: filter.neighbourhood?.slug)
            }
            Fields(t: t, state: FormState()).tile(
                "ouvert", "1", t("services.openNow"), icon: "clock", first: true, box: true, checked: filter.isOpenOnly)
            button(.class("button secondary"), .type("submit")) { t("board.show") }
        }
    }

    private func choice(_ name: String, _ label: String, all: String, _ options: [(String, String)], chosen: String?) -> Markup {
        div(.class("field")) {
            HTML.label(.for(name)) { label }
            select(.id(name), .name(name)) {
                option(.value("")) { all }
                for (value, words) in options { option(.value(value), .selected(value == chosen)) { words } }
            }
        }
    }

    private var list: Markup {
        .list([
            div(.class("cluster screen-only")) {
                p(.class("meta"), .role("status")) { t("services.count", count: reading.services.count) }
                button(.class("button secondary small needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    " " + t("tracking.print")
                }
            },
            ul(.class("cards directory")) {
                for one in reading.services { ServiceCard(site: site, one: one, now: reading.now).markup }
            },
        ])
    }

    private var none: Markup {
        div(.class("empty")) {
            h2 { t(filter.isEmpty ? "services.none" : "services.none.filtered") }
            p { t(filter.isEmpty ? "services.none.words" : "services.none.filtered.words") }
            p(.class("actions")) {
                a(.class("button"), .href(links.ask)) { t("home.ask") }
                if !filter.isEmpty { a(.class("link"), .href(links.services)) { t("services.all") } }
            }
        }
    }
}
