import Domain
import HTML
import Localization

/// The code of the mail is typed here, in the browser that asked for it.
struct SignInCodePage: Page {
    let site: Site
    /// Nil once nothing is awaited any more.
    let email: EmailAddress?
    let state: FormState
    /// Asked of somebody who is signed in and changes their address.
    var isForAddress = false

    var title: String { state.refusal == nil ? t("signIn.code.title") : t("form.errorTitle", ["title": t("signIn.code.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.signIn)) {
                icon("arrow-left")
                t("form.back")
            },
            Fields(t: t, state: state).errorSummary,
            div(.class("page-header")) {
                h1 { t("signIn.code.title") }
                if isForAddress { p { t("signIn.code.forAddress") } }
                if let email { p(.class("lead")) { t("signIn.code.lead", ["email": email.text]) } }
            },
            form(.method("post"), .action(links.signInCode), .attr("novalidate", "")) {
                field
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("signIn.enter") } }
            },
            nothing,
        ])
    }

    private var field: Markup {
        let isRefused = state.refused("code") != nil
        return div(.class(isRefused ? "field invalid" : "field")) {
            label(.for("code")) { t("signIn.code.label") }
            p(.class("hint"), .id("code-aide")) { t("signIn.code.hint") }
            Fields(t: t, state: state).error("code")
            // Long enough for a whole sentence that is pasted; the server finds the digits in it.
            input(
                .class("code"), .id("code"), .name("code"), .inputmode("numeric"), .autocomplete("one-time-code"), .data("code", ""),
                .maxlength(200), .aria("describedby", isRefused ? "code-aide code-erreur" : "code-aide"),
                .aria("invalid", isRefused ? "true" : nil))
        }
    }

    private var nothing: Markup {
        details {
            summary { t("signIn.code.nothing") }
            p { t("signIn.code.nothing.words") }
            p { a(.class("link"), .href(links.signIn)) { t("signIn.code.again") } }
            if let phone = site.town.settings.phone { p { t("signIn.code.phone", ["phone": phone]) } }
        }
    }
}
