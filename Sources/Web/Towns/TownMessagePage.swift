import Domain
import HTML
import Localization

/// The form of a question or of a report, with the telephone first.
struct TownMessagePage: Page {
    let site: Site
    let kind: TownMessage.Kind
    let state: FormState

    private var name: String { t(kind == .contact ? "contact.title" : "report.title") }
    var title: String { state.refusal == nil ? name : t("form.errorTitle", ["title": name]) }
    var mainClass: String? { "page sheet" }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([fields.errorSummary, head, kind == .contact ? .empty : Emergency(t: t).markup, form])
    }

    private var head: Markup {
        div(.class("page-header")) {
            h1 { name }
            p(.class("lead")) { t(kind == .contact ? "contact.lead" : "report.lead") }
            if let phone = site.town.settings.phone {
                p {
                    icon("phone")
                    " " + t("contact.phone") + " "
                    strong { telephone(phone) }
                }
                if let hours = site.town.settings.phoneHours { townWords(hours) }
            }
            if kind == .contact, let address = site.town.settings.legal.address { townWords(address) }
        }
    }

    private var form: Markup {
        HTML.form(.method("post"), .action(kind == .contact ? links.contact : links.report), .attr("novalidate", "")) {
            if kind == .report { subject }
            fields.area("words", t(kind == .contact ? "contact.words" : "report.words"), hint: t("ask.details.health"), maxlength: 2_000)
            if kind == .report { fields.input("place", t("report.place"), hint: t("report.place.hint"), optional: true, maxlength: 300) }
            fields.input(
                "name", t("contact.name"), optional: true, autocomplete: "name", maxlength: 80)
            fields.input(
                "email", t("ask.contact.email"), kind: .email, hint: t(kind == .contact ? "ask.contact.hint" : "report.contact.hint"),
                optional: kind == .report, autocomplete: "email")
            fields.input("phone", t("ask.contact.phone"), kind: .tel, optional: true, autocomplete: "tel")
            trap
            PrivacyNotice(site: site).markup
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("contact.send") } }
        }
    }

    private var subject: Markup {
        fieldset(.class(state.refused("subject") == nil ? "field" : "field invalid")) {
            legend { t("report.subject") }
            fields.error("subject")
            div(.class("tiles")) {
                for (position, subject) in TownMessage.Subject.allCases.enumerated() {
                    fields.tile("subject", subject.rawValue, t("report.subject.\(subject.rawValue)"), first: position == 0)
                }
            }
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

struct TownMessageReceiptPage: Page {
    let site: Site
    let kind: TownMessage.Kind

    var title: String { t("contact.sent") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            div(.class("panel"), .role("status")) {
                span(.class("window")) { icon("check") }
                h1 { title }
                p { t(kind == .contact ? "contact.sent.words" : "report.sent.words") }
            },
            p(.class("actions")) { a(.class("button secondary"), .href(links.home)) { t("error.home") } },
            kind == .report ? Emergency(t: t).markup : .empty,
        ])
    }
}
