import Domain
import HTML
import Localization
import UseCases

/// A text that waits, and one decision. Arrow keys choose, Enter decides; no name in sight.
struct ModerationPage: Page {
    let site: Site
    let desk: ModerationDesk
    let later: String
    let state: FormState
    let isDone: Bool

    var title: String { state.refusal == nil ? t("moderation.title") : t("form.errorTitle", ["title": t("moderation.title")]) }
    var mainClass: String? { "page sheet" }

    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { t("moderation.title") }
                p(.class("lead")) { t("moderation.waiting", count: desk.count) }
                p(.class("hint")) { t("moderation.keys") }
                p { a(.class("link"), .href(links.reports)) { t("reports.link", count: desk.reports) } }
            },
            isDone
                ? div(.class("notice success"), .role("status")) {
                    icon("check")
                    div { p { t("moderation.done") } }
                } : .empty,
            elsewhere, desk.text.map(screen) ?? desk.appeal.map(appeal) ?? nothing,
        ])
    }

    /// Appeals that this person does not read, said plainly.
    private var elsewhere: Markup {
        .list([
            desk.appealsForOthers == 0 ? .empty : notice("info", "info", t("moderation.appeals.others", count: desk.appealsForOthers)),
            desk.appealsForNobody == 0
                ? .empty : notice("warning", "warning", t("moderation.appeals.nobody", count: desk.appealsForNobody)),
        ])
    }

    private func appeal(_ appealed: AppealedText) -> Markup {
        .list([
            AppealScreen(
                site: site, appealed: appealed, later: later, skip: links.moderation(later: skipping(appealed.decision.id.text)),
                state: state, now: desk.now
            ).markup, ModerationHistory(desk: desk, t: t).markup,
        ])
    }

    private var nothing: Markup {
        .list([
            p { t(desk.count == 0 ? "moderation.none" : "moderation.restLater") },
            desk.count == 0 ? .empty : p { a(.class("link"), .href(links.moderation)) { t("moderation.again") } },
        ])
    }

    private func screen(_ text: PendingText) -> Markup {
        let fields = Fields(t: t, state: filled(text))
        return .list([
            fields.errorSummary,
            section(.class("stack"), .aria("labelledby", "texte")) {
                h2(.id("texte")) { t("moderation.kind.\(text.kind.rawValue)") }
                p(.class("meta")) {
                    [
                        words.category(text.category), words.place(text.neighbourhood),
                        t.ago(text.since.milliseconds, now: desk.now.milliseconds),
                    ]
                    .joined(separator: ", ")
                }
                div(.class("box tint")) { p { text.text } }
                for warning in desk.warnings { self.warning(warning) }
            },
            form(text, fields), ModerationHistory(desk: desk, t: t).markup,
        ])
    }

    private func warning(_ warning: TextGuard.Kind) -> Markup {
        notice("warning", "warning", t("moderation.warning.\(warning.rawValue)"))
    }

    private func form(_ text: PendingText, _ fields: Fields) -> Markup {
        HTML.form(.method("post"), .action(links.decision(text)), .attr("novalidate", "")) {
            HTML.input(.type("hidden"), .name("read"), .value(text.fingerprint))
            HTML.input(.type("hidden"), .name("later"), .value(later))
            fieldset(.class(state.refused("decision") == nil ? "field" : "field invalid")) {
                legend { t("moderation.decision") }
                fields.error("decision")
                div(.class("tiles")) {
                    fields.tile("decision", "publish", t("moderation.publish"), icon: "check", first: true)
                    fields.tile("decision", "amend", t("moderation.amend"), icon: "edit")
                    div(.class("reveal")) { fields.area("text", t("moderation.text"), maxlength: 1_000, rows: 4) }
                    fields.tile("decision", "refuse", t("moderation.refuse"), icon: "cross")
                    div(.class("reveal")) {
                        fields.choice(
                            "reason", t("moderation.reason"),
                            TextDecision.Reason.allCases.map { ($0.rawValue, t("moderation.reason.\($0.rawValue)")) },
                            hint: t("moderation.reason.hint"))
                    }
                }
            }
            fields.area("words", t("moderation.words"), hint: t("moderation.words.hint"), optional: true, maxlength: 500, rows: 3)
            div(.class("actions")) {
                button(.class("button"), .type("submit")) { t("moderation.decide") }
                a(.class("button quiet"), .href(links.moderation(later: skipping(ID<PendingText>(bytes: text.subject)?.text ?? "")))) {
                    t("moderation.later")
                }
            }
        }
    }

    /// The text to amend is there to be amended.
    private func filled(_ text: PendingText) -> FormState {
        var state = state
        if state["text"].isEmpty { state.values["text"] = text.text }
        return state
    }

    private func skipping(_ id: String) -> String { later.isEmpty ? id : "\(later),\(id)" }
}
