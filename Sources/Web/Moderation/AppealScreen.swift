import Domain
import HTML
import Localization
import UseCases

/// An author who does not agree, and the answer of somebody who did not decide.
struct AppealScreen {
    let site: Site
    let appealed: AppealedText
    let later: String
    /// The address of the queue without this one.
    let skip: String
    let state: FormState
    let now: Moment

    private var t: Localizer { site.t }
    private var decision: DecidedText { appealed.decision }
    private var words: RequestWords { RequestWords(site: site) }

    var markup: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            fields.errorSummary,
            section(.class("stack"), .aria("labelledby", "texte")) {
                h2(.id("texte")) { t("moderation.appeal") }
                p(.class("meta")) {
                    [
                        t("moderation.kind.\(decision.kind.rawValue)"), words.category(appealed.category),
                        words.place(appealed.neighbourhood),
                        t.ago((decision.appeal?.at ?? decision.decidedAt).milliseconds, now: now.milliseconds),
                    ]
                    .joined(separator: ", ")
                }
                h3 { t("moderation.appeal.text") }
                div(.class("box tint")) { p { decision.text } }
                h3 { t("moderation.verdict.\(decision.verdict.rawValue)") }
                if decision.verdict == .amended { DifferenceText(parts: decision.difference, t: t).markup }
                if let reason = decision.reason { p { t("moderation.reason.\(reason.rawValue)") } }
                if let words = decision.words { p { t("mail.moderation.quote", ["text": words]) } }
                h3 { t("moderation.appeal.words") }
                div(.class("box tint")) { p { decision.appeal?.words ?? "" } }
            },
            form(fields),
        ])
    }

    private func form(_ fields: Fields) -> Markup {
        HTML.form(.method("post"), .action(site.links.appealAnswer(decision.id)), .attr("novalidate", "")) {
            HTML.input(.type("hidden"), .name("later"), .value(later))
            fieldset(.class(state.refused("result") == nil ? "field" : "field invalid")) {
                legend { t("moderation.appeal.result") }
                fields.error("result")
                div(.class("tiles")) {
                    fields.tile("result", "overturned", t("moderation.appeal.overturned"), icon: "check", first: true)
                    fields.tile("result", "upheld", t("moderation.appeal.upheld"), icon: "cross")
                }
            }
            fields.area("words", t("moderation.appeal.reason"), hint: t("moderation.reason.hint"), maxlength: 1_000, rows: 4)
            div(.class("actions")) {
                button(.class("button"), .type("submit")) { t("moderation.decide") }
                a(.class("button quiet"), .href(skip)) { t("moderation.later") }
            }
        }
    }
}
