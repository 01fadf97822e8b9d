import HTML
import Localization

/// Before the file: what is in it, and in which form it is wanted.
struct OwnDataPage: Page {
    let site: Site
    let needsSignIn: Bool

    var title: String { t("ownData.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.account)) {
                icon("arrow-left")
                t("form.back")
            },
            heading(lead: t("ownData.lead")),
            p { t("ownData.what") },
            p { t("ownData.others") },
            needsSignIn ? div(.class("notice info")) { p { t("ownData.signIn") } } : .empty,
            div(.class("actions")) {
                ButtonForm(
                    action: links.ownData, label: t("ownData.read"), style: "button", hidden: [(name: "format", value: "html")]
                ).markup
                ButtonForm(action: links.ownData, label: t("ownData.json"), hidden: [(name: "format", value: "json")]).markup
            },
            p(.class("meta")) { t("ownData.json.hint") },
        ])
    }
}
