import Domain
import HTML
import Localization
import UseCases

/// Asking about one's own data, in one page.
struct RightsPage: Page {
    let site: Site
    let state: FormState

    var title: String { state.refusal == nil ? t("rights.title") : t("form.errorTitle", ["title": t("rights.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("rights.title") }
                p(.class("lead")) { t("rights.lead") }
            },
            p {
                t("rights.account") + " "
                a(.href(links.ownData)) { t("ownData.title") }
            },
            form(.method("post"), .action(links.rights), .attr("novalidate", "")) {
                HTML.input(.type("hidden"), .name("id"), .value(state["id"]))
                RightsFields(fields: fields).markup
                div(.hidden()) {
                    HTML.label(.for("website")) { t("contact.trap") }
                    HTML.input(.id("website"), .name("website"), .type("text"), .tabindex(-1), .autocomplete("off"))
                }
                p { t("rights.notice") }
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("rights.send") } }
            },
        ])
    }
}

/// The receipt: to print, or to keep the address of.
struct RightsReceiptPage: Page {
    let site: Site
    let receipt: RightsDesk.Receipt

    var title: String { t("rights.receipt.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let controllers = site.town.settings.controllers
        return .list([
            div(.class("panel"), .role("status")) {
                span(.class("window")) { icon("check") }
                h1 { title }
                p {
                    t("rights.receipt.reference")
                    br()
                    strong(.class("reference")) { receipt.reference.text }
                }
            },
            p {
                t(
                    "rights.receipt.what",
                    ["kind": t("rights.kind.\(receipt.kind.rawValue)"), "date": t.date(receipt.receivedAt.milliseconds)])
            },
            p { t("rights.receipt.due", ["date": t.date(receipt.dueAt.milliseconds)]) },
            receipt.answerBy == .email ? p { t("rights.receipt.mailed") } : .empty,
            part(t("rights.receipt.service")) {
                p { controllers.mutualAid?.name ?? t("notice.townHall", ["town": site.town.name]) }
                if let address = controllers.mutualAid?.address ?? site.town.settings.legal.address, !address.isEmpty { townWords(address) }
                if let officer = controllers.dpoContact { p { officer } }
                if let phone = site.town.settings.phone { p { telephone(phone) } }
            },
            p(.class("actions")) {
                button(.class("button needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    t("dayList.print")
                }
                a(.class("button quiet"), .href(links.home)) { t("error.home") }
            },
        ])
    }
}
