import Domain
import HTML
import Localization

/// « Je ne suis pas d’accord »: the author's words for somebody who did not decide.
struct AppealPage: Page {
    let site: Site
    let decision: DecidedText
    let action: String
    let back: String
    let state: FormState

    var title: String { state.refusal == nil ? t("appeal.title") : t("form.errorTitle", ["title": t("appeal.title")]) }
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
                h1 { t("appeal.title") }
                p(.class("lead")) { t("appeal.lead") }
            },
            section(.class("stack"), .aria("labelledby", "decision-prise")) {
                h2(.id("decision-prise")) { t("appeal.decision") }
                div(.class("box tint")) { p { decision.text } }
                p { t("textState.\(decision.verdict.rawValue)") }
                DecisionWords(t: t, decision: decision).markup
            },
            form(.method("post"), .action(action), .attr("novalidate", "")) {
                fields.area("words", t("appeal.words"), hint: t("appeal.words.hint"), maxlength: 1_000)
                p(.class("meta")) { t("textState.until", ["date": t.date(decision.appealableUntil.milliseconds)]) }
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("appeal.send") } }
            },
        ])
    }
}
