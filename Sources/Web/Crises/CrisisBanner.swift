import Domain
import HTML
import Localization

/// What residents read on every page while a crisis is on: the town's words, or the house's.
struct CrisisBanner {
    let site: Site

    @MarkupBuilder var markup: Markup {
        if let texts = site.town.shownCrisis {
            div(.class("crisis"), .role("region"), .aria("label", site.t("crisis.banner.label"))) {
                div(.class("wrap")) {
                    icon("warning")
                    p(.lang(texts.banner[site.language] == nil && texts.banner["fr"] != nil && site.language != "fr" ? "fr" : nil)) {
                        texts.banner(site.language) ?? site.t("crisis.banner", ["town": site.town.name])
                    }
                }
            }
        }
    }
}
