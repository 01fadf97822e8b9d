import Domain
import HTML
import Localization

/// Where the code of a printed letter is typed.
struct InvitationCodePage: Page {
    let site: Site
    let state: FormState

    var title: String { state.refusal == nil ? t("invitationCode.title") : t("form.errorTitle", ["title": t("invitationCode.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            fields.errorSummary,
            div(.class("page-header")) { h1 { t("invitationCode.title") } },
            form(.method("post"), .action(links.invitation), .attr("novalidate", "")) {
                fields.input(
                    "code", t("invitationCode.label"), hint: t("invitationCode.hint"), autocomplete: "off", maxlength: 40, short: true)
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("form.continue") } }
            },
            call,
        ])
    }

    @MarkupBuilder private var call: Markup {
        if let phone = site.town.settings.phone { p { t("signIn.code.phone", ["phone": phone]) } }
    }
}

/// After a yes by letter, or a no.
struct InvitationDonePage: Page {
    let site: Site
    let isDeclined: Bool

    var title: String { t(isDeclined ? "helperInvitation.declined" : "helperInvitation.noted") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        div(.class("panel"), .role("status")) {
            span(.class("window")) { icon(isDeclined ? "check" : "heart") }
            h1 { title }
            p { t(isDeclined ? "helperInvitation.declined.words" : "helperInvitation.noted.words") }
        }
    }
}

struct InvitationDeadPage: Page {
    let site: Site

    var title: String { t("signIn.link.dead") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("invitation.dead") }
            },
            p(.class("actions")) { a(.class("button"), .href(links.signIn)) { t("menu.signIn") } },
        ])
    }
}
