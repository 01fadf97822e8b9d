import Domain
import HTML
import Localization
import UseCases

/// One question of the offering form.
struct OfferFormPage: Page {
    let site: Site
    let step: OfferForm.Step
    let state: FormState
    let form: OfferForm
    let needsBirthYear: Bool

    private var question: String { t("offer.\(step.rawValue).title") }
    var title: String { state.refusal == nil ? question : t("form.errorTitle", ["title": question]) }
    var mainClass: String? { "page sheet" }
    var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            a(.class("back"), .href(step.previous.map { links.newOffer($0) } ?? links.offers)) {
                icon("arrow-left")
                t("form.back")
            },
            progressOfSteps, fields.errorSummary,
            HTML.form(.method("post"), .action(links.newOffer(step)), .attr("novalidate", "")) {
                OfferQuestions(page: self).markup
                div(.class("actions")) {
                    button(.class("button accent"), .type("submit")) {
                        t(step == .check ? "offer.check.send" : "form.continue")
                        " "
                        icon(step == .check ? "check" : "arrow-right")
                    }
                }
            },
        ])
    }

    private var progressOfSteps: Markup {
        let count = OfferForm.Step.allCases.count
        return div(.class("step")) {
            p(.id("etape")) { t("form.step", ["number": step.number, "of": count]) }
            progress(.value(step.number), .max(count), .aria("labelledby", "etape")) {}
        }
    }
}
