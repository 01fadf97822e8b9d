import Domain
import HTML
import Localization

/// The page behind the link sent to a new address: one button, because scanners open links too.
struct NewAddressPage: Page {
    let site: Site
    let token: String
    /// Nil when the link no longer opens.
    let email: EmailAddress?

    var title: String { t(email == nil ? "signIn.link.dead" : "account.address.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) {
                    if let email { t("account.address.lead", ["email": email.text]) } else { t("account.address.dead") }
                }
            },
            email == nil
                ? p(.class("actions")) { a(.class("button"), .href(links.account)) { t("menu.account") } }
                : ButtonForm(action: links.newAddress(token), label: t("account.address.confirm"), style: "button large").markup,
        ])
    }
}
