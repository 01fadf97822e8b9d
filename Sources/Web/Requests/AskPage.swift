import Domain
import HTML
import Localization
import UseCases

/// One question of the asking form.
struct AskPage: Page {
    let site: Site
    let step: AskForm.Step
    let state: FormState
    let form: AskForm
    /// What the base said of an address that was refused.
    let place: PlaceFinding?
    let address: DraftAddress
    /// Under which one may ask for somebody else.
    var mandates: [Mandating.Line] = []
    /// Before sending, where little can be promised.
    var advice: Capacity.Advice?

    var title: String {
        let question = t("ask.\(step.rawValue).title")
        return state.refusal == nil ? question : t("form.errorTitle", ["title": question])
    }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([back, progress, fields.errorSummary, chosenOffer, promise, question, stuck, Emergency(t: t).markup])
    }

    var fields: Fields { Fields(t: t, state: state) }

    private var back: Markup {
        a(.class("back"), .href(step.previous.map { address.ask($0) } ?? links.home)) {
            icon("arrow-left")
            t("form.back")
        }
    }

    private var progress: Markup {
        div(.class("step")) {
            p(.id("etape")) { t("form.step", ["number": step.number, "of": AskForm.Step.allCases.count]) }
            progressBar
        }
    }

    private var progressBar: Markup {
        .element(
            "progress", [.value(step.number), .max(AskForm.Step.allCases.count), .aria("labelledby", "etape")], .empty)
    }

    /// « Demander à cette personne »: said on every page, so that nobody wonders whether it was kept.
    private var chosenOffer: Markup {
        form["offer"] == nil ? .empty : p(.class("meta")) { t("ask.offer") }
    }

    private var promise: Markup { advice.map { CapacityAdvice(site: site, advice: $0).markup } ?? .empty }

    private var question: Markup {
        HTML.form(.method("post"), .action(address.ask(step)), .attr("novalidate", "")) {
            AskQuestions(page: self).markup
            div(.class("actions")) {
                button(.class("button"), .type("submit")) {
                    t(step == .check ? "ask.check.send" : "form.continue")
                    " "
                    icon("arrow-right")
                }
            }
        }
    }

    private var stuck: Markup {
        p(.class("stuck")) {
            if let phone = site.town.settings.phone {
                a(.href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) { t("ask.stuck.phone", ["phone": phone]) }
            } else {
                a(.href(links.contact)) { t("ask.stuck") }
            }
        }
    }
}
