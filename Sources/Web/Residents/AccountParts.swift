import Domain
import HTML
import Localization

/// What the pages of an account share: the tabs, and the word on what was just done.
struct AccountParts {
    let site: Site
    /// The key of what was just done, from the address; unknown ones say nothing.
    let done: String?

    private var t: Localizer { site.t }
    private static let known = [
        "profil", "adresse", "adresse-prouvee", "session", "disponibilites", "pause", "reprise", "arret", "charte", "rencontre",
        "type",
    ]

    var tabs: Markup {
        let links = site.links
        return nav(.class("tabs"), .aria("label", t("account.tabs"))) {
            ul {
                tab(links.account, t("account.tab.profile"))
                tab(links.availability, t("account.tab.availability"))
                tab(links.ownOffers, t("ownOffers.title"))
                tab(links.ownRequests, t("account.tab.requests"))
                tab(links.conversations, t("menu.conversations"))
                tab(links.ownMandates, t("mandates.title"))
                tab(links.blocks, t("account.tab.blocks"))
            }
        }
    }

    var notice: Markup {
        guard let done, Self.known.contains(done) else { return .empty }
        return div(.class("notice success"), .role("status")) {
            icon("check")
            div { p { t("account.done.\(done)") } }
        }
    }

    private func tab(_ path: String, _ label: String) -> Markup {
        li { a(.href(path), site.links.base + site.path == path ? .aria("current", "page") : nil) { label } }
    }
}

/// A form with nothing but its button.
struct ButtonForm {
    let action: String
    let label: String
    var style = "button secondary"
    var symbol: String?
    /// Said to screen readers after the label, where a button repeats.
    var complement: String?
    var hidden: [(name: String, value: String)] = []

    var markup: Markup {
        form(.method("post"), .action(action)) {
            for field in hidden { input(.type("hidden"), .name(field.name), .value(field.value)) }
            button(.class(style), .type("submit")) {
                if let symbol { icon(symbol) }
                if symbol != nil { " " }
                label
                if let complement { span(.class("visually-hidden")) { " " + complement } }
            }
        }
    }
}
