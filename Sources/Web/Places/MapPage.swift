import Domain
import HTML
import Localization
import UseCases

/// First the list, which says all and works alone; beside it the map, which says it again.
struct MapPage: Page {
    let site: Site
    let side: BoardParts.Side
    let filter: PublicFilter
    let view: PublicMap.View
    /// Nil for a map that is our own drawing and nothing else.
    let tiles: MapTiles?

    var title: String { t("map.title") }
    private var parts: BoardParts { BoardParts(site: site, side: side, filter: filter) }
    private var list: MapList { MapList(site: site, side: side, filter: filter, tally: view.tally) }

    var ownAssets: Markup {
        guard drawing != nil, !view.tally.rows.isEmpty else { return .empty }
        let style = link(.rel("stylesheet"), .href("/static/map.css"))
        guard tiles != nil else { return style }
        return .list([
            style, link(.rel("stylesheet"), .href("/static/map-tiles.css")),
            script(src: "/static/vendor/\(StaticFiles.leaflet)/leaflet.js", .attr("defer", "")),
            script(src: "/static/map.js", .type("module")),
        ])
    }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("map.lead") }
            },
            tabs, filters,
            view.tally.rows.isEmpty ? none : places,
        ])
    }

    private var places: Markup {
        div(.class("map-page")) {
            if drawing != nil { a(.class("link map-jump"), .href("#carte")) { t("map.jump") } }
            list.markup
            drawing?.markup ?? .empty
        }
    }

    private var drawing: MapDrawing? { MapDrawing(site: site, list: list, outline: view.outline, tiles: tiles) }

    private var tabs: Markup {
        nav(.class("tabs"), .aria("label", t("board.tabs"))) {
            ul {
                li { a(.href(links.list(.needs, filter))) { t("needs.tab") } }
                li { a(.href(links.list(.offers, filter))) { t("offers.tab") } }
                li { a(.aria("current", "page"), .href(links.map(side, filter))) { t("map.tab") } }
            }
        }
    }

    private var filters: Markup {
        form(.class("filters"), .method("get"), .action(links.map), .role("search"), .aria("label", t("map.filter"))) {
            div(.class("field")) {
                label(.for("quoi")) { t("map.what") }
                select(.id("quoi"), .name("quoi")) {
                    option(.value("demandes"), .selected(side == .needs)) { t("needs.tab") }
                    option(.value("propositions"), .selected(side == .offers)) { t("offers.tab") }
                }
            }
            parts.choice("categorie", t("board.category"), all: t("board.category.all"), parts.categories, chosen: filter.category?.key)
            if !site.facts.neighbourhoods.isEmpty {
                parts.choice(
                    "quartier", t("board.neighbourhood"), all: t("board.neighbourhood.all"),
                    site.facts.neighbourhoods.map { ($0.slug, $0.name) }, chosen: filter.neighbourhood?.slug)
            }
            parts.choice(
                "lieu", t("board.way"), all: t("board.way.all"),
                PublicFilter.Way.allCases.map { ($0.path, t("board.way.\($0.rawValue)")) }, chosen: filter.way?.path)
            button(.class("button secondary"), .type("submit")) { t("board.show") }
        }
    }

    private var none: Markup {
        parts.empty {
            side == .needs
                ? a(.class("button accent"), .href(links.newOffer)) { t("offers.propose") }
                : a(.class("button"), .href(links.ask)) { t("home.ask") }
        }
    }
}
