import Domain
import HTML
import Localization
import UseCases

/// A volunteer from before says yes, or has their data erased.
struct HelperInvitationPage: Page {
    let site: Site
    let secret: String
    let shown: Accepting.Shown
    let state: FormState

    private var plainTitle: String { t("helperInvitation.title", ["name": shown.helper?.firstName ?? ""]) }
    var title: String { state.refusal == nil ? plainTitle : t("form.errorTitle", ["title": plainTitle]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { plainTitle }
                p(.class("lead")) { t("helperInvitation.lead", ["town": site.town.name]) }
            },
            form(.method("post"), .action(links.invitation(secret)), .attr("novalidate", "")) {
                fields.input(
                    "birthYear", t("availability.birthYear"), kind: .number, hint: t("availability.birthYear.hint"),
                    autocomplete: "bday-year", short: true)
                PrivacyNotice(site: site).markup
                div(.class(state.refused("notice") == nil ? "field" : "field invalid")) {
                    fields.error("notice")
                    fields.tile("notice", "yes", t("ask.check.notice"), first: true, box: true)
                }
                div(.class("actions")) { button(.class("button accent large"), .type("submit")) { t("helperInvitation.yes") } }
            },
            div(.class("stack")) {
                h2 { t("helperInvitation.no") }
                p { t("helperInvitation.no.words") }
                ButtonForm(action: links.refusalOfInvitation(secret), label: t("helperInvitation.no.button")).markup
            },
        ])
    }
}
