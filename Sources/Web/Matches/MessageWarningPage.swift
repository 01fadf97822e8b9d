import Domain
import HTML
import Localization

/// A message that holds what swindlers use: read once more, and sent all the same if one wishes. The text stays.
struct MessageWarningPage: Page {
    let site: Site
    let kinds: Set<RiskyText.Kind>
    let text: String
    let id: String
    let root: String

    var title: String { t("warning.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            h1 { title },
            div(.class("notice warning"), .role("status")) {
                icon("warning")
                div {
                    ul {
                        for kind in RiskyText.Kind.allCases where kinds.contains(kind) && kind != .card {
                            li { t("warning.\(kind.rawValue)") }
                        }
                        li { t("footer.scam") }
                    }
                }
            },
            HTML.form(.method("post"), .action(root), .attr("novalidate", "")) {
                input(.type("hidden"), .name("id"), .value(id))
                input(.type("hidden"), .name("sure"), .value("yes"))
                Fields(t: t, state: FormState(["message": text])).area(
                    "message", t("conversation.write"), hint: t("warning.edit"), maxlength: MessageForm.longest)
                div(.class("actions")) {
                    button(.class("button"), .type("submit")) { t("warning.send") }
                    a(.class("button quiet"), .href(root)) { t("warning.drop") }
                }
            },
        ])
    }
}
