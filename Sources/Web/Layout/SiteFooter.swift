import Domain
import HTML
import Localization

/// The compulsory pages, the accessibility mention, and the sentence against swindlers (B-12).
struct SiteFooter {
    let site: Site

    private var t: Localizer { site.t }
    private var links: Links { site.links }

    var markup: Markup {
        footer(.class("site-footer")) {
            div(.class("roofs")) {}
            div(.class("wrap")) {
                p {
                    strong { t("footer.service", ["town": site.town.name]) }
                    br()
                    t("footer.scam")
                }
                nav(.aria("label", t("footer.label"))) {
                    ul {
                        item(links.help, t("footer.help"))
                        item(links.contact, t("footer.contact"))
                        item(links.siteMap, t("footer.siteMap"))
                        item(links.figures, t("footer.figures"))
                        item(links.legal, t("footer.legal"))
                        item(links.privacy, t("footer.privacy"))
                        item(links.accessibility, t("footer.accessibility.\(site.town.settings.accessibility.shown.rawValue)"))
                        item(links.report, t("footer.report"))
                    }
                }
            }
        }
    }

    private func item(_ path: String, _ label: String) -> Markup { li { a(.href(path)) { label } } }
}
