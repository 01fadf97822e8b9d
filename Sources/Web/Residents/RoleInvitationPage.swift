import Domain
import HTML
import Localization
import UseCases

/// « You are invited to be referent of … »: one button; a first name for who has no account yet.
struct RoleInvitationPage: Page {
    let site: Site
    let secret: String
    let shown: Accepting.Shown
    let state: FormState

    private var role: String { shown.invitation.role.map { RoleName($0, site.facts).words(t) } ?? "" }
    private var plainTitle: String { t("invitation.title", ["role": role]) }
    var title: String { state.refusal == nil ? plainTitle : t("form.errorTitle", ["title": plainTitle]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            Fields(t: t, state: state).errorSummary,
            div(.class("page-header")) {
                h1 { plainTitle }
                p(.class("lead")) { t("invitation.lead", ["name": shown.inviterName ?? site.town.name, "town": site.town.name]) }
            },
            form(.method("post"), .action(links.invitation(secret)), .attr("novalidate", "")) {
                who
                div(.class("actions")) { button(.class("button large"), .type("submit")) { t("invitation.accept") } }
            },
            p { t("invitation.ignore") },
        ])
    }

    @MarkupBuilder private var who: Markup {
        let fields = Fields(t: t, state: state)
        if shown.residents.isEmpty {
            fields.input("firstName", t("ask.contact.firstName"), autocomplete: "given-name", maxlength: 60)
            fields.input("lastName", t("ask.contact.lastName"), optional: true, autocomplete: "family-name", maxlength: 60)
            PrivacyNotice(site: site).markup
        } else if shown.residents.count > 1 {
            fieldset(.class(state.refused("person") == nil ? "field" : "field invalid")) {
                legend { t("whoAreYou.title") }
                fields.error("person")
                div(.class("tiles")) {
                    for (position, person) in shown.residents.enumerated() {
                        fields.tile("person", person.id.text, person.shownName, icon: "person", first: position == 0)
                    }
                }
            }
        }
    }
}
