import Domain
import HTML
import Localization

/// Quartiers where another referent would be welcome, each with the way to invite one.
struct WantedReferents {
    let site: Site
    let wanted: [ReferentsWanted]

    private var t: Localizer { site.t }

    @MarkupBuilder var markup: Markup {
        if !wanted.isEmpty {
            section(.class("stack"), .aria("labelledby", "quartiers")) {
                h2(.id("quartiers")) { t("invitations.wanted") }
                p { t("invitations.wanted.lead") }
                ul(.class("todo")) { for one in wanted { item(one) } }
            }
        }
    }

    private func item(_ one: ReferentsWanted) -> Markup {
        li {
            div {
                h3 { one.neighbourhood.name }
                p(.class("meta")) { one.count == 0 ? t("invitations.wanted.nobody") : t("invitations.wanted.count", count: one.count) }
            }
            div(.class("actions")) {
                a(.class("button secondary small"), .href(site.links.referentWanted(one.neighbourhood))) {
                    t("invitations.wanted.invite")
                    span(.class("visually-hidden")) { " " + one.neighbourhood.name }
                }
            }
        }
    }
}
