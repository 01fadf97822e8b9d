import Domain
import HTML
import Localization
import UseCases

/// What went before: former versions of the text with what was decided, and how other texts of the same author fared; no name.
struct ModerationHistory {
    let desk: ModerationDesk
    let t: Localizer

    var markup: Markup {
        section(.class("stack"), .aria("labelledby", "avant")) {
            h2(.id("avant")) { t("moderation.before") }
            p { author }
            if desk.history.isEmpty {
                p(.class("meta")) { t("moderation.before.none") }
            } else {
                ol(.class("timeline")) { for decision in desk.history { item(decision) } }
            }
        }
    }

    private var author: String {
        let (amended, refused) = desk.authorBefore
        guard amended + refused > 0 else { return t("moderation.author.none") }
        return [t("moderation.author.amended", count: amended), t("moderation.author.refused", count: refused)].joined(separator: " ")
    }

    private func item(_ decision: DecidedText) -> Markup {
        li(.class("done")) {
            span(.class("window")) { icon(decision.isAgainstAuthor ? "edit" : "check") }
            div {
                h3 { t("moderation.verdict.\(decision.verdict.rawValue)") }
                p(.class("meta")) { t.dateTime(decision.decidedAt.milliseconds) }
                if decision.verdict != .amended { p { t("mail.moderation.quote", ["text": decision.text]) } }
                DecisionWords(t: t, decision: decision).markup
            }
        }
    }
}
