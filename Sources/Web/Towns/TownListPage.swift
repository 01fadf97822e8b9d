import Domain
import HTML
import Localization

/// The towns of an instance: those of a métropole under its name.
struct TownListPage: Sendable {
    struct Entry: Sendable {
        var town: Town
        var url: String
    }

    let t: Localizer
    let towns: [Entry]

    var markup: Markup {
        document(lang: t.language.rawValue) {
            head {
                meta(.attr("charset", "utf-8"))
                meta(.name("viewport"), .attr("content", "width=device-width, initial-scale=1"))
                title { t("towns.title") }
                link(.rel("stylesheet"), .href(Assets.stylesheet))
                link(.rel("icon"), .href("/static/illustrations/logo.svg"), .type("image/svg+xml"))
                script(src: Assets.script, .type("module"))
            }
            body {
                a(.class("skip"), .href("#contenu")) { t("site.skip") }
                siteHeader
                main(.id("contenu"), .tabindex(-1)) {
                    hero
                    list
                }
                footer(.class("site-footer")) {
                    div(.class("roofs")) {}
                    div(.class("wrap")) { p { t("footer.scam") } }
                }
            }
        }
    }

    private var siteHeader: Markup {
        let other = t.language == .fr ? Language.en : .fr
        return header(.class("site-header")) {
            div(.class("wrap")) {
                a(.class("site-name"), .href("/")) {
                    img(.class("site-logo"), .src("/static/illustrations/logo.svg"), .alt(""), .width(48), .height(48))
                    span { HTML.b { t("site.name") } }
                }
                a(.class("link"), .href("?lang=\(other.rawValue)"), .lang(other.rawValue), .attr("hreflang", other.rawValue)) {
                    icon("language")
                    " " + t("site.otherLanguage")
                }
            }
        }
    }

    private var hero: Markup {
        div(.class("hero")) {
            div(.class("wrap")) {
                h1 { t("towns.title") }
                p(.class("lead")) { t(towns.isEmpty ? "towns.none" : "towns.lead") }
            }
            Scene.markup
        }
    }

    /// Towns on their own first, then each métropole with its communes.
    private var list: Markup {
        let roots = towns.filter { $0.town.parent == nil }
        let groups = roots.map { root in (root: root, members: towns.filter { $0.town.parent == root.town.id }) }
        let alone = groups.filter(\.members.isEmpty).map(\.root)
        return .list(
            (alone.isEmpty ? [] : [band(t("towns.alone"), id: "villes", alone)])
                + groups.filter { !$0.members.isEmpty }.map { band($0.root.town.name, id: $0.root.town.slug, [$0.root] + $0.members) })
    }

    private func band(_ name: String, id: String, _ towns: [Entry]) -> Markup {
        section(.class("band"), .aria("labelledby", "liste-\(id)")) {
            div(.class("wrap")) {
                h2(.id("liste-\(id)")) { name }
                ul(.class("cards")) { for entry in towns { card(entry) } }
            }
        }
    }

    private func card(_ entry: Entry) -> Markup {
        li(.class("card")) {
            span(.class("window")) { icon("home") }
            div {
                h3(.class("card-title")) { a(.href(entry.url)) { entry.town.name } }
                if let phone = entry.town.settings.phone {
                    ul(.class("card-facts")) {
                        li {
                            icon("phone")
                            span { phone }
                        }
                    }
                }
            }
        }
    }
}
