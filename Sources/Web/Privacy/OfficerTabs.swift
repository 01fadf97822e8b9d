import HTML
import Localization

/// The rooms of the data protection officer.
struct OfficerTabs {
    let site: Site
    /// The address of the tab one is on.
    let current: String

    var markup: Markup {
        let (t, links) = (site.t, site.links)
        return nav(.class("tabs"), .aria("label", t("officer.tabs"))) {
            ul {
                item(links.dpo, t("officer.journal"))
                item(links.rightsDesk, t("officer.rights"))
                item(links.retention, t("officer.retention"))
                item(links.dossiers, t("officer.dossiers"))
            }
        }
    }

    private func item(_ path: String, _ label: String) -> Markup {
        li { a(.href(path), path == current ? .aria("current", "page") : nil) { label } }
    }
}
