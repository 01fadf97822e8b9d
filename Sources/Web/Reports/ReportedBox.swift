import Domain
import HTML
import Localization
import UseCases

/// What was reported, for what, and in whose words.
struct ReportedBox {
    let site: Site
    let report: Report
    let place: (category: ID<Domain.Category>?, neighbourhood: ID<Neighbourhood>?)
    let now: Moment

    private var t: Localizer { site.t }

    var markup: Markup {
        section(.class("stack"), .aria("labelledby", "signalement")) {
            h2(.id("signalement")) { t("report.reason.\(report.reason.rawValue)") }
            p(.class("meta")) { facts.joined(separator: ", ") }
            if let text = report.text { div(.class("box tint")) { p { text } } }
            if let words = report.words {
                h3 { t("reports.said") }
                p { words }
            }
        }
    }

    private var facts: [String] {
        let words = RequestWords(site: site)
        return [
            t("reports.kind.\(report.kind.rawValue)"), place.category.map { words.category($0) },
            place.category == nil ? nil : words.place(place.neighbourhood),
            t.ago(report.createdAt.milliseconds, now: now.milliseconds),
        ].compactMap(\.self)
    }
}
