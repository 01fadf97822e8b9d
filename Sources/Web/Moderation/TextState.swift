import Domain
import HTML
import Localization

/// What became of one's words: read or not, published as they are, corrected or refused, why, and how to disagree.
struct TextState {
    let site: Site
    let review: HelpRequest.Review
    let decision: DecidedText?
    let now: Moment
    /// The page where one disagrees.
    let appeal: String

    private var t: Localizer { site.t }

    var markup: Markup {
        section(.class("stack box"), .aria("labelledby", "texte-publie")) {
            h2(.id("texte-publie")) { t("textState.title") }
            p { t("textState.\(state)") }
            if let decision { DecisionWords(t: t, decision: decision).markup }
            if let decision { way(decision) }
        }
    }

    private var state: String {
        guard let decision else { return review.rawValue }
        return decision.appeal?.answer?.result == .overturned ? "approved" : decision.verdict.rawValue
    }

    @MarkupBuilder private func way(_ decision: DecidedText) -> Markup {
        if decision.appeal?.answer == nil, decision.appeal != nil {
            p { t("textState.appealed") }
        } else if decision.mayBeAppealed(at: now) {
            p { a(.class("link"), .href(appeal)) { t("textState.appeal") } }
            p(.class("meta")) { t("textState.until", ["date": t.date(decision.appealableUntil.milliseconds)]) }
        }
    }
}

/// Why, and what is different; with the appeal and its answer where there is one.
struct DecisionWords {
    let t: Localizer
    let decision: DecidedText

    @MarkupBuilder var markup: Markup {
        if decision.verdict == .amended { DifferenceText(parts: decision.difference, t: t).markup }
        if let reason = decision.reason { p { t("moderation.reason.\(reason.rawValue)") } }
        if let words = decision.words { p { t("textState.words", ["words": words]) } }
        if let appeal = decision.appeal { p { t("textState.yourAppeal", ["words": appeal.words]) } }
        if let answer = decision.appeal?.answer {
            p { t("textState.answer.\(answer.result.rawValue)") }
            p { t("textState.words", ["words": answer.words]) }
        }
    }
}

struct AppealNotice {
    let t: Localizer

    var markup: Markup {
        div(.class("notice success"), .role("status")) {
            icon("check")
            div { p { t("appeal.sent") } }
        }
    }
}
