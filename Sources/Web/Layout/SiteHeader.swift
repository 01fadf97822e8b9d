import Domain
import HTML
import Localization
import UseCases

/// The town's name, the telephone number in sight on every page, the menu.
struct SiteHeader {
    let site: Site

    private var t: Localizer { site.t }
    private var links: Links { site.links }

    var markup: Markup {
        header(.class("site-header")) {
            div(.class("wrap")) {
                name
                if let phone = site.town.settings.phone { telephone(phone) }
                menu
            }
        }
    }

    private var name: Markup {
        a(.class("site-name"), .href(links.home)) {
            if site.town.settings.brand.logo != nil {
                img(.class("site-logo"), .src(site.logo), .alt(""), .width(48), .height(48))
            }
            span {
                HTML.b { t("site.name") }
                " "
                span { site.town.name }
            }
        }
    }

    private func telephone(_ phone: String) -> Markup {
        a(.class("site-phone"), .href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) {
            icon("phone")
            span {
                t("site.phone")
                " "
                HTML.b { phone }
            }
        }
    }

    private var menu: Markup {
        details(.class("site-menu")) {
            summary {
                icon("menu")
                t("site.menu")
            }
            nav(.aria("label", t("site.mainMenu"))) {
                ul {
                    item(links.needs, t("menu.needs"))
                    item(links.offers, t("menu.offers"))
                    item(links.help, t("menu.help"))
                    for entry in staffEntries { entry }
                    person
                    language
                }
            }
        }
    }

    private var staffEntries: [Markup] {
        guard let viewer = site.viewer else { return [] }
        var entries = [item(links.conversations, t("menu.conversations"))]
        if viewer.actor.answersCalls { entries.append(item(links.desk, t("menu.desk"))) }
        if viewer.actor.has(.referent) || viewer.actor.has(.administrator) { entries.append(item(links.referent, t("menu.referent"))) }
        if viewer.actor.has(.moderator) || viewer.actor.has(.administrator) {
            entries.append(item(links.moderation, t("menu.moderation")))
        }
        if viewer.actor.has(.administrator) { entries.append(item(links.administration, t("menu.administration"))) }
        if viewer.actor.has(.dpo) { entries.append(item(links.dpo, t("menu.dpo"))) }
        return entries
    }

    private var person: Markup {
        li(.class("push")) {
            a(.href(site.viewer == nil ? links.signIn : links.account), current(site.viewer == nil ? links.signIn : links.account)) {
                icon("person")
                site.viewer == nil ? t("menu.signIn") : t("menu.account")
            }
        }
    }

    private var language: Markup {
        let other = t.language == .fr ? Language.en : .fr
        return li {
            a(.href("?lang=\(other.rawValue)"), .lang(other.rawValue), .attr("hreflang", other.rawValue), .rel("nofollow")) {
                icon("language")
                t("site.otherLanguage")
            }
        }
    }

    private func item(_ path: String, _ label: String) -> Markup { li { a(.href(path), current(path)) { label } } }

    private func current(_ path: String) -> Attribute? { links.base + site.path == path ? .aria("current", "page") : nil }
}
