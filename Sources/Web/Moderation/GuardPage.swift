import Domain
import HTML
import Localization

/// Words to read once more, with what was noticed in them and why. Nothing typed is lost: the text can be changed here, or sent as it is.
struct GuardPage: Page {
    let site: Site
    let concern: TextConcern
    /// Where the form goes again.
    let action: String
    /// The text that is asked about: its field, its label's key, its limit.
    let text: (name: String, label: String, limit: Int)
    /// Everything that was typed.
    let fields: [String: String]
    let back: String

    var title: String { t("guard.title") }
    var mainClass: String? { "page sheet" }

    private var isPaid: Bool { concern.kinds.contains(.paid) }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t(isPaid ? "guard.lead.paid" : "guard.lead") }
            },
            div(.class("notice warning"), .role("status")) {
                icon("warning")
                div {
                    h2 { t("guard.seen") }
                    ul { for finding in concern.findings { li { seen(finding) } } }
                }
            },
            why,
            form,
        ])
    }

    private func seen(_ finding: TextGuard.Finding) -> Markup {
        .list([
            strong { t("mail.moderation.quote", ["text": finding.quote]) }, .text(" "), .text(t("guard.kind.\(finding.kind.rawValue)")),
        ])
    }

    private var why: Markup {
        section(.class("stack"), .aria("labelledby", "pourquoi")) {
            h2(.id("pourquoi")) { t("guard.why") }
            if isPaid {
                p { t("guard.why.paid") }
                p { t("guard.why.refund") }
            }
            if concern.kinds.contains(.health) { p { t("guard.why.health") } }
            if !concern.kinds.isDisjoint(with: [.account, .phone, .email, .link]) {
                p { t("guard.why.contact") }
                p { t("footer.scam") }
            }
        }
    }

    private var form: Markup {
        HTML.form(.method("post"), .action(action), .attr("novalidate", "")) {
            for field in fields.sorted(by: { $0.key < $1.key }) where field.key != text.name && field.key != "sure" {
                input(.type("hidden"), .name(field.key), .value(field.value))
            }
            Fields(t: t, state: FormState([text.name: fields[text.name] ?? ""])).area(
                text.name, t(text.label), hint: t("guard.edit"), maxlength: text.limit)
            div(.class("actions")) {
                button(.class("button"), .type("submit")) { t("guard.change") }
                button(.class("button secondary"), .type("submit"), .name("sure"), .value("yes")) {
                    t(text.name == "message" ? "guard.send" : "guard.insist")
                }
                a(.class("button quiet"), .href(back)) { t("guard.drop") }
            }
        }
    }
}

extension [String: String] {
    /// Of what was sent, the fields that a form has, without what nobody can see.
    func only(_ names: [String]) -> Self { filter { names.contains($0.key) }.mapValues(PlainText.paragraphs) }
}
