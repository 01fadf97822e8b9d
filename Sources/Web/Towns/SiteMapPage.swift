import HTML
import Localization

/// Every page that anybody can reach.
struct SiteMapPage: Page {
    let site: Site

    var title: String { t("footer.siteMap") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            heading(),
            group("siteMap.asking", [(links.home, "error.home"), (links.ask, "home.ask"), (links.needs, "menu.needs")]),
            group("siteMap.helping", [(links.offers, "menu.offers"), (links.newOffer, "home.offer"), (links.map, "map.title")]),
            group("siteMap.account", [(links.signIn, "menu.signIn"), (links.account, "menu.account")]),
            group(
                "siteMap.town",
                [
                    (links.help, "help.title"), (links.services, "services.title"), (links.contact, "contact.title"),
                    (links.figures, "footer.figures"),
                    (links.report, "footer.report"),
                ]),
            group(
                "siteMap.rules",
                [
                    (links.legal, "legal.title"), (links.privacy, "privacy.title"), (links.rights, "rights.title"),
                    (links.accessibility, "accessibility.title"),
                ]),
        ])
    }

    private func group(_ name: String, _ pages: [(path: String, key: String)]) -> Markup {
        part(t(name)) {
            ul {
                for page in pages { li { a(.class("link"), .href(page.path)) { t(page.key) } } }
            }
        }
    }
}
