import Domain
import HTML
import Localization
import UseCases

/// Thanks, whatever the answer, and what comes next.
struct AnswerOutcome {
    let site: Site
    let question: AskedQuestion

    private var t: Localizer { site.t }
    var title: String { t("answer.\(state).title") }

    var markup: Markup {
        div(.class("empty")) {
            svg(.class("illustration"), .attr("viewBox", "0 0 320 224"), .aria("hidden", true)) {
                use(.href("/static/illustrations/quiet.svg#scene"))
            }
            h1 { title }
            p(.class("lead")) { words }
            p(.class("actions")) { next }
        }
    }

    private var state: String {
        switch question.standing {
        case .open, .yes: "said"
        case .no: "declined"
        case .later: "resting"
        case .taken: "taken"
        case .over: "over"
        case .expired: "expired"
        }
    }

    private var words: String {
        guard question.standing == .later, let until = question.restsUntil else { return t("answer.\(state).words") }
        return t("answer.resting.until", ["date": t.date(until.milliseconds)])
    }

    private var next: Markup {
        guard case .yes(let match) = question.standing else {
            return a(.class("button secondary"), .href(site.links.needs)) { t("answer.others") }
        }
        return a(.class("button"), .href("\(site.links.conversations)/\(match.text)")) {
            icon("talk")
            " " + t("mail.helping.button")
        }
    }
}
