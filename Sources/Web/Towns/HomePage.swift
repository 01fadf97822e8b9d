import Domain
import HTML
import Localization
import UseCases

/// Needing help comes first, then the telephone, then offering.
struct HomePage: Page {
    let site: Site

    var title: String { t("home.title", ["town": site.town.name]) }
    var mainClass: String? { nil }

    var content: Markup { .list([hero, categories, howItWorks]) }

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
            svg(
                .class("hero-scene"), .attr("viewBox", "0 0 1600 480"), .attr("preserveAspectRatio", "xMidYMax slice"),
                .aria("hidden", true)
            ) {
                use(.href("/static/illustrations/neighbours.svg#scene"))
            }
        }
    }

    private func call(_ phone: String) -> Markup {
        p(.class("hero-call")) {
            icon("phone")
            span {
                t("home.call")
                " "
                a(.href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) { phone }
                if let hours = site.town.settings.phoneHours { ", " + hours }
            }
        }
    }

    private var categories: Markup {
        section(.class("band paper"), .aria("labelledby", "aides")) {
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
            }
        }
    }

    private var howItWorks: Markup {
        section(.class("band"), .aria("labelledby", "comment")) {
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
}
