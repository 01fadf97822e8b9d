import Domain
import HTML
import Localization
import UseCases

/// What was asked, as it stands now.
struct TrackingSummary {
    let page: TrackingPage

    private var t: Localizer { page.t }
    private var tracked: TrackedRequest { page.tracked }
    private var request: HelpRequest { tracked.request }

    var markup: Markup {
        details {
            summary { t("tracking.asked") }
            dl(.class("summary")) {
                row("what", [page.site.facts.category(request.category).map { page.site.label($0) }])
                row("when", [WantedWords(t: t).words(request.wanted)])
                row("place", [page.site.facts.neighbourhood(request.neighbourhood)?.name, tracked.beneficiary.place])
                row("who", [request.isForSomebodyElse || tracked.isUnderMandate ? tracked.beneficiary.shownName : t("ask.who.me")])
                row("details", [request.details, request.constraints])
                if !tracked.isUnderMandate { row("contact", [tracked.asker.email?.text, tracked.asker.phone?.spoken]) }
            }
        }
    }

    private func row(_ step: String, _ values: [String?]) -> Markup {
        let shown = values.compactMap(\.self)
        return div {
            dt { t("ask.\(step).label") }
            dd { shown.isEmpty ? t("ask.check.nothing") : shown.joined(separator: ", ") }
        }
    }
}

/// When help is wanted, in words.
struct WantedWords {
    let t: Localizer

    func words(_ wanted: WhenWanted) -> String {
        switch wanted {
        case .now: t("ask.when.now")
        case .on(let day): t.date(day.milliseconds)
        case .every(let rhythm): t("rhythm.\(rhythm.rawValue)")
        }
    }
}
