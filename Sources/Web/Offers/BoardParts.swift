import Domain
import HTML
import Localization
import UseCases

/// What the two public lists share: tabs, filters, the way to the next page, the empty list.
struct BoardParts {
    enum Side { case needs, offers }

    let site: Site
    let side: Side
    let filter: PublicFilter
    var near: NearChoice?
    /// An address was typed that the base does not know.
    var isLost = false

    private var t: Localizer { site.t }
    private var links: Links { site.links }
    private var key: String { side == .needs ? "needs" : "offers" }
    private var path: String { side == .needs ? links.needs : links.offers }

    var header: Markup {
        div(.class("page-header")) {
            h1 { t("board.\(key).title") }
            p(.class("lead")) { t("board.\(key).lead") }
        }
    }

    var tabs: Markup {
        nav(.class("tabs"), .aria("label", t("board.tabs"))) {
            ul {
                tab(links.needs, "needs.tab", isCurrent: side == .needs)
                tab(links.offers, "offers.tab", isCurrent: side == .offers)
                tab(links.map(side, filter), "map.tab")
            }
        }
    }

    private func tab(_ path: String, _ key: String, isCurrent: Bool = false) -> Markup {
        li { a(isCurrent ? .aria("current", "page") : nil, .href(path)) { t(key) } }
    }

    var filters: Markup {
        form(.class("filters"), .method("get"), .action(path), .role("search"), .aria("label", t("board.\(key).filter"))) {
            choice("categorie", t("board.category"), all: t("board.category.all"), categories, chosen: filter.category?.key)
            if !site.facts.neighbourhoods.isEmpty {
                choice(
                    "quartier", t("board.neighbourhood"), all: t("board.neighbourhood.all"),
                    site.facts.neighbourhoods.map { ($0.slug, $0.name) }, chosen: filter.neighbourhood?.slug)
            }
            choice(
                "lieu", t("board.way"), all: t("board.way.all"),
                PublicFilter.Way.allCases.map { ($0.path, t("board.way.\($0.rawValue)")) }, chosen: filter.way?.path)
            if site.facts.hasAddresses, !site.facts.isGeocoded {
                NearFields(site: site, near: near, isOpen: isLost).markup
            }
            button(.class("button secondary"), .type("submit")) { t("board.show") }
        }
    }

    /// Around what the list is read, and the way back to the whole town.
    var nearLine: Markup {
        if isLost {
            return div(.class("notice warning"), .role("status")) {
                icon("warning"); div { p { t("board.near.lost") } }
            }
        }
        guard let near else { return nearHome }
        return p(.class("meta")) {
            t("board.near.\(near.around.order.rawValue)", ["distance": t.distance(near.around.radius)])
            " "
            a(.href(path + filter.query())) { t("board.near.whole") }
        }
    }

    /// « Près de chez moi », for whom the town knows where that is.
    private var nearHome: Markup {
        guard let cell = site.viewer?.person.spot?.cell, site.facts.cells[cell] != nil else { return .empty }
        return p { a(.class("link"), .href(path + filter.query([("autour", AroundKey.of(cell: cell))]))) { t("board.near.home") } }
    }

    var categories: [(String, String)] {
        site.facts.activeCategories.filter { side == .offers || $0.mayBePublic }.map { ($0.key, site.label($0)) }
    }

    func choice(_ name: String, _ label: String, all: String, _ options: [(String, String)], chosen: String?) -> Markup {
        div(.class("field")) {
            HTML.label(.for(name)) { label }
            select(.id(name), .name(name)) {
                option(.value("")) { all }
                for (value, words) in options { option(.value(value), .selected(value == chosen)) { words } }
            }
        }
    }

    func pagination(next cursor: String?) -> Markup {
        guard let cursor else { return .empty }
        return nav(.class("pagination"), .aria("label", t("board.pages"))) {
            a(.class("button secondary"), .href(path + filter.query((near?.pairs ?? []) + [("suite", cursor)])), .rel("next")) {
                t("board.\(key).next")
                " "
                icon("arrow-right")
            }
        }
    }

    func empty(@MarkupBuilder actions: () -> Markup) -> Markup {
        div(.class("empty")) {
            svg(.class("illustration"), .attr("viewBox", "0 0 320 224"), .aria("hidden", true)) {
                use(.href("/static/illustrations/quiet.svg#scene"))
            }
            h2 { t(filter.isEmpty ? "board.\(key).none" : "board.\(key).none.filtered") }
            p { t(filter.isEmpty ? "board.\(key).none.words" : "board.\(key).none.filtered.words") }
            p(.class("actions")) {
                actions()
                if !filter.isEmpty {
                    " "
                    a(.class("link"), .href(path)) { t("board.\(key).all") }
                }
            }
        }
    }
}

extension PublicFilter.Way {
    /// French, in every language.
    var path: String { self == .remote ? "a-distance" : "sur-place" }

    init?(path: some StringProtocol) {
        guard let way = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = way
    }
}

extension PublicFilter {
    /// `?categorie=…&quartier=…&lieu=…` and more, without what is not chosen.
    func query(_ more: [(String, String?)] = []) -> String {
        let chosen = [("categorie", category?.key), ("quartier", neighbourhood?.slug), ("lieu", way?.path)] + more
        let pairs = chosen.compactMap { name, value in value.map { "\(name)=\(Query.encoded($0))" } }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}
