import Domain
import HTML
import Localization
import UseCases

/// « We met »: the day, and how near from now on. And the one tap that takes it back.
struct TrustMeetingForm {
    let site: Site
    let dossier: Trust.Dossier
    let state: FormState

    private var t: Localizer { site.t }
    private var person: ID<Person> { dossier.person.id }

    var markup: Markup { .list([isGranted ? taken : .empty, dossier.helper.isMinor ? .empty : met]) }

    private var isGranted: Bool { dossier.grants.contains { $0.revokedAt == nil } }

    private var taken: Markup {
        section(.class("box"), .aria("labelledby", "retrait")) {
            h2(.id("retrait")) { t("trust.revoke") }
            p { t("trust.revoke.words") }
            ButtonForm(action: site.links.endOfTrust(person), label: t("trust.revoke.button"), style: "button secondary danger").markup
        }
    }

    private var met: Markup {
        let fields = Fields(t: t, state: state)
        return form(.method("post"), .action(site.links.meetings(person)), .attr("novalidate", ""), .class("box")) {
            h2 { t("trust.met") }
            p { t("trust.met.words") }
            fields.input("metOn", t("trust.met.on"), kind: .date, hint: t("ask.when.day.hint"), short: true)
            fieldset(.class(state.refused("tier") == nil ? "field" : "field invalid")) {
                legend { t("trust.met.tier") }
                fields.error("tier")
                div(.class("tiles")) {
                    tile(fields, .insideHome, icon: "home", first: true)
                    tile(fields, .money, icon: "euro")
                }
            }
            div(.class(state.refused("seen") == nil ? "field" : "field invalid")) {
                fields.error("seen")
                div(.class("tiles")) { fields.tile("seen", "yes", t("trust.met.seen"), first: true, box: true) }
            }
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("trust.met.grant") } }
        }
    }

    private func tile(_ fields: Fields, _ tier: TrustTier, icon: String, first: Bool = false) -> Markup {
        fields.tile(
            "tier", String(tier.rawValue), t("trust.tier.\(tier.rawValue)"), icon: icon, hint: t("trust.tier.\(tier.rawValue).hint"),
            first: first)
    }
}
