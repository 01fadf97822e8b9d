import Domain
import HTML
import Localization

/// One field: the e-mail address.
struct SignInPage: Page {
    let site: Site
    let state: FormState

    var title: String { state.refusal == nil ? t("signIn.title") : t("form.errorTitle", ["title": t("signIn.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("signIn.title") }
                p(.class("lead")) { t("signIn.lead") }
            },
            form(.method("post"), .action(links.signIn), .attr("novalidate", "")) {
                input(.type("hidden"), .name("retour"), .value(state["retour"]))
                fields.input("email", t("signIn.email"), kind: .email, hint: t("signIn.email.hint"), autocomplete: "email")
                PrivacyNotice(site: site).markup
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("signIn.send") } }
            },
            withoutAddress,
        ])
    }

    private var withoutAddress: Markup {
        div(.class("stack")) {
            h2 { t("signIn.noEmail") }
            if let phone = site.town.settings.phone {
                p {
                    t("signIn.noEmail.call")
                    " "
                    a(.href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) { phone }
                }
            }
            p { t("signIn.noAccount") }
            p { a(.class("link"), .href(links.ask)) { t("home.ask") } }
        }
    }
}
