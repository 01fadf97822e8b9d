import Domain
import HTML
import Localization
import UseCases

/// What is reported stays in view; one reason is enough.
struct ReportPage: Page {
    let site: Site
    let subject: ReportedSubject
    let id: ID<Report>
    let message: ID<Message>?
    let action: String
    let back: String
    let isKnown: Bool
    let state: FormState

    private var name: String { t("reporting.title.\(subject.kind.rawValue)", ["name": subject.name ?? ""]) }
    var title: String { state.refusal == nil ? name : t("form.errorTitle", ["title": name]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            a(.class("back"), .href(back)) {
                icon("arrow-left")
                t("form.back")
            },
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { name }
                p(.class("lead")) { t("reporting.lead") }
            },
            Emergency(t: t).markup, reported, form(fields),
        ])
    }

    private var reported: Markup {
        let words = RequestWords(site: site)
        return div(.class("box tint")) {
            p(.class("meta")) { [words.category(subject.category), words.place(subject.neighbourhood)].joined(separator: ", ") }
            if let text = subject.text { p { text } }
        }
    }

    private func form(_ fields: Fields) -> Markup {
        HTML.form(.method("post"), .action(action), .attr("novalidate", "")) {
            HTML.input(.type("hidden"), .name("id"), .value(id.text))
            if let message { HTML.input(.type("hidden"), .name("message"), .value(message.text)) }
            fieldset(.class(state.refused("reason") == nil ? "field" : "field invalid")) {
                legend { t("reporting.reason") }
                fields.error("reason")
                div(.class("tiles")) {
                    for (position, reason) in Report.Reason.allCases.enumerated() {
                        fields.tile("reason", reason.rawValue, t("report.reason.\(reason.rawValue)"), first: position == 0)
                    }
                }
            }
            fields.area("words", t("reporting.words"), hint: t("reporting.words.hint"), optional: true, maxlength: 2_000, rows: 4)
            if !isKnown {
                fields.input(
                    "email", t("ask.contact.email"), kind: .email, hint: t("report.contact.hint"), optional: true, autocomplete: "email")
            }
            trap
            p(.class("meta")) { t("reporting.secret") }
            PrivacyNotice(site: site).markup
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("reporting.send") } }
        }
    }

    /// A field that people neither see nor reach (A-08: no image to decipher).
    private var trap: Markup {
        div(.hidden()) {
            HTML.label(.for("website")) { t("contact.trap") }
            HTML.input(.id("website"), .name("website"), .type("text"), .tabindex(-1), .autocomplete("off"))
        }
    }
}
