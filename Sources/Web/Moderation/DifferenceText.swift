import Domain
import HTML
import Localization

/// A text with what was taken out and put in, also for ears: the marks alone are silent to many screen readers.
struct DifferenceText {
    let parts: [TextDifference.Part]
    let t: Localizer

    var markup: Markup {
        p(.class("difference")) {
            for (position, part) in parts.enumerated() {
                if position > 0 { " " }
                span(part)
            }
        }
    }

    private func span(_ part: TextDifference.Part) -> Markup {
        switch part.kind {
        case .kept: HTML.span { part.words }
        case .removed: del { spoken("difference.removed", part.words) }
        case .added: ins { spoken("difference.added", part.words) }
        }
    }

    private func spoken(_ key: String, _ words: String) -> Markup {
        .list([HTML.span(.class("visually-hidden")) { t(key) + " " }, HTML.span { words }])
    }
}
