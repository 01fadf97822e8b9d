import HTML
import Localization

/// The referent's own menu.
struct ReferentTabs {
    let site: Site

    var markup: Markup {
        let (t, links) = (site.t, site.links)
        return nav(.class("tabs"), .aria("label", t("referent.tabs"))) {
            ul {
                tab(links.referent, t("referent.tab.todo"))
                tab(links.ringBacks, t("referent.tab.calls"))
                tab(links.guidedRequests, t("referent.tab.lookup"))
                tab(links.dayList, t("referent.tab.dayList"))
                tab(links.trust, t("trust.title"))
                tab(links.absences, t("absence.title"))
                tab(links.guidedMandates, t("guidedMandates.title"))
                tab(links.charge, t("load.title"))
                tab(links.demand, t("demand.title"))
            }
        }
    }

    private func tab(_ path: String, _ label: String) -> Markup {
        li { a(.href(path), site.links.base + site.path == path ? .aria("current", "page") : nil) { label } }
    }
}

/// Back to somewhere.
struct BackLink {
    let path: String
    let label: String

    var markup: Markup {
        a(.class("back"), .href(path)) {
            icon("arrow-left")
            label
        }
    }
}
