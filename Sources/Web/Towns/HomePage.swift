import Domain
import HTML
import Localization
import UseCases

/// Needing help comes first, then the telephone, then offering.
struct HomePage: Page {
    let site: Site
    let figures: TownFigures

    var title: String { t("home.title", ["town": site.town.name]) }
    var mainClass: String? { nil }

    var content: Markup { .list([hero, howItWorks, categories, HomeFigures(page: self).markup, trust]) }

    private var hero: Markup {
        div(.class("hero")) {
            div(.class("wrap")) {
                h1 { t("home.heading") }
                p(.class("lead")) { t("home.lead") }
                div(.class("hero-actions")) {
                    a(.class("button large"), .href(links.ask)) {
                        t("home.ask")
                        " "
                        icon("arrow-right")
                    }
                    a(.class("button large secondary accent"), .href(links.newOffer)) { t("home.offer") }
                    if let phone = site.town.settings.phone { call(phone) }
                }
            }
            Scene.markup
        }
    }

    private func call(_ phone: String) -> Markup {
        p(.class("hero-call")) {
            icon("phone")
            span {
                t("home.call")
                " "
                telephone(phone)
                if let hours = site.town.settings.phoneHours {
                    br()
                    span(.lang(site.language == "fr" ? nil : "fr")) { hours }
                }
            }
        }
    }

    private var howItWorks: Markup {
        section(.class("band paper"), .aria("labelledby", "comment")) {
            div(.class("wrap")) {
                h2(.id("comment")) { t("home.how") }
                ol(.class("steps")) {
                    for step in 1...3 {
                        li {
                            h3 { t("home.how.\(step).title") }
                            p { t("home.how.\(step).words") }
                        }
                    }
                }
            }
        }
    }

    private var categories: Markup {
        section(.class("band"), .aria("labelledby", "aides")) {
            div(.class("wrap")) {
                h2(.id("aides")) { t("home.categories") }
                ul(.class("services")) {
                    for category in site.facts.activeCategories {
                        li {
                            a(.href("\(links.ask)?category=\(category.key)"), .rel("nofollow")) {
                                span(.class("window")) { icon(category.icon) }
                                site.label(category)
                            }
                        }
                    }
                }
                if !site.facts.services.isEmpty {
                    p { a(.class("link"), .href(links.services)) { t("services.title") } }
                }
            }
        }
    }

    private var trust: Markup {
        section(.class("band"), .aria("labelledby", "confiance")) {
            div(.class("wrap split")) {
                div(.class("stack")) {
                    h2(.id("confiance")) { t("home.trust") }
                    bullets([t("home.trust.free"), t("home.trust.hidden"), t("home.trust.met"), t("footer.scam")])
                    p { a(.class("link"), .href(links.help)) { t("home.trust.more") } }
                }
                div(.class("box tint")) {
                    h2 { t("home.relative") }
                    p { t("home.relative.words") }
                    p { a(.class("button secondary"), .href(links.ask)) { t("home.relative.ask") } }
                }
            }
        }
    }
}

/// What the town can say of itself; counts under 11 are not said, and without any the section is not there (P-13).
struct HomeFigures {
    let page: HomePage

    private var t: Localizer { page.t }
    private var figures: TownFigures { page.figures }

    var markup: Markup {
        let tiles = [served, timeToYes, helpers].compactMap(\.self)
        guard !tiles.isEmpty else { return .empty }
        return section(.class("band paper"), .aria("labelledby", "chiffres")) {
            div(.class("wrap")) {
                h2(.id("chiffres")) { t("home.figures") }
                dl(.class("figures")) {
                    for tile in tiles {
                        div {
                            dt { tile.words }
                            dd { tile.value }
                        }
                    }
                }
                p(.class("actions")) {
                    a(.class("button secondary"), .href(page.links.needs)) { t("home.needs") }
                    " "
                    a(.class("link"), .href(page.links.figures)) { t("home.figures.all") }
                }
            }
        }
    }

    /// Neither the served nor the others may be few: each is found by subtracting the other.
    private var served: (words: String, value: String)? {
        let others = figures.requests - figures.served
        guard figures.served >= PublicCount.least, PublicCount.alone(others) != nil else { return nil }
        return (t("home.figures.served", ["total": figures.requests]), t.number(figures.served))
    }

    private var timeToYes: (words: String, value: String)? {
        guard figures.requests >= PublicCount.least, let median = figures.medianTimeToYes else { return nil }
        let minutes = Int(median.inMilliseconds / 60_000)
        return (t("home.figures.time"), minutes < 120 ? t("figures.minutes", count: minutes) : t("figures.hours", count: minutes / 60))
    }

    private var helpers: (words: String, value: String)? {
        figures.helpers >= PublicCount.least ? (t("home.figures.helpers"), t.number(figures.helpers)) : nil
    }
}

/// The drawing at the foot of the hero.
enum Scene {
    static let markup = svg(
        .class("hero-scene"), .attr("viewBox", "0 0 1600 480"), .attr("preserveAspectRatio", "xMidYMax slice"), .aria("hidden", true)
    ) {
        use(.href("/static/illustrations/neighbours.svg#scene"))
    }
}
