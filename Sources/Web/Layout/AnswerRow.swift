import HTML
import Localization

/// « Vérifiez vos réponses »: what was answered to one question, with the way back to it.
struct AnswerRow {
    let t: Localizer
    let label: String
    /// Those that are missing or empty are left out.
    let values: [String?]
    /// Where the answer is changed.
    let change: String

    var markup: Markup {
        let shown = values.compactMap(\.self).filter { !$0.isEmpty }
        return div {
            dt { label }
            dd { shown.isEmpty ? t("ask.check.nothing") : shown.joined(separator: ", ") }
            dd(.class("change")) {
                a(.href(change)) {
                    t("ask.check.change")
                    " "
                    span(.class("visually-hidden")) { label }
                }
            }
        }
    }
}
