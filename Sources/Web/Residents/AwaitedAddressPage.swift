import Domain
import HTML
import Localization

/// After signing in afresh: the new address is still there, and one button sends the link to it.
struct AwaitedAddressPage: Page {
    let site: Site
    let email: EmailAddress

    var title: String { t("account.address.awaited.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.account)) {
                icon("arrow-left")
                t("form.back")
            },
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("account.address.awaited.lead", ["email": email.text]) }
                p { t("account.email.hint") }
            },
            ButtonForm(
                action: links.newAddress, label: t("account.address.awaited.send"), style: "button large",
                hidden: [(name: "email", value: email.text)]
            ).markup,
        ])
    }
}
