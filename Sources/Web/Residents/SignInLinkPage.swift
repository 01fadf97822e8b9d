import Domain
import HTML
import Localization

/// The page behind the link of the mail: one button, because scanners open links too.
struct SignInLinkPage: Page {
    let site: Site
    let token: String
    /// Nil when the link no longer opens.
    let email: EmailAddress?

    var title: String { t(email == nil ? "signIn.link.dead" : "signIn.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) {
                    if let email { t("signIn.link.lead", ["email": email.text]) } else { t("signIn.link.dead.words") }
                }
            },
            email == nil ? again : enter,
        ])
    }

    private var enter: Markup {
        form(.method("post"), .action(links.signInLink(token))) {
            div(.class("actions")) { button(.class("button large"), .type("submit")) { t("signIn.enter") } }
        }
    }

    private var again: Markup {
        p(.class("actions")) { a(.class("button"), .href(links.signIn)) { t("signIn.code.again") } }
    }
}
