import Domain
import HTML
import Localization
import UseCases

/// How to ask, who can ask for you, how to help, and how to stay safe: in everyday words.
struct HelpPage: Page {
    let site: Site

    var title: String { t("help.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([heading(lead: t("help.lead")), asking, phone, somebodyElse, helping, safety, more, Emergency(t: t).markup])
    }

    private var asking: Markup {
        part(t("help.ask")) {
            ol {
                for step in ["help.ask.1", "help.ask.2", "help.ask.3", "help.ask.4"] { li { t(step) } }
            }
            p(.class("actions keep")) {
                a(.class("button"), .href(links.ask)) {
                    t("home.ask")
                    " "
                    icon("arrow-right")
                }
            }
        }
    }

    private var phone: Markup {
        part(t("help.phone")) {
            if let phone = site.town.settings.phone {
                p {
                    t("help.phone.call") + " "
                    strong { telephone(phone) }
                }
                if let hours = site.town.settings.phoneHours { townWords(hours) }
                p { t("help.phone.words") }
            } else {
                p { a(.class("link"), .href(links.contact)) { t("contact.title") } }
            }
        }
    }

    private var somebodyElse: Markup {
        part(t("help.other")) {
            p { t("help.other.you") }
            p { t("help.other.forYou") }
        }
    }

    private var helping: Markup {
        part(t("help.give")) {
            ol {
                for step in ["help.give.1", "help.give.2", "help.give.3"] { li { t(step) } }
            }
            p(.class("actions keep")) { a(.class("button accent"), .href(links.newOffer)) { t("home.offer") } }
        }
    }

    private var safety: Markup {
        part(t("help.safety")) {
            p { strong { t("footer.scam") } }
            bullets([
                t("help.safety.card"), t("help.safety.door"), t("help.safety.code"), t("help.safety.money"), t("help.safety.free"),
                t("help.safety.link"),
            ])
            p { a(.class("link"), .href(links.report)) { t("footer.report") } }
        }
    }

    private var more: Markup {
        part(t("help.more")) {
            ul {
                if !site.facts.services.isEmpty { li { a(.class("link"), .href(links.services)) { t("services.title") } } }
                li { a(.class("link"), .href(links.contact)) { t("contact.title") } }
                li { a(.class("link"), .href(links.privacy)) { t("footer.privacy") } }
                li { a(.class("link"), .href(links.siteMap)) { t("footer.siteMap") } }
            }
        }
    }
}
