import Domain
import HTML
import Localization
import UseCases

/// Thanks, whatever the answer, and what comes next.
struct AnswerOutcome {
    let site: Site
    let question: AskedQuestion
    let token: String

    private var t: Localizer { site.t }
    var title: String { t("answer.\(state).title") }

    var markup: Markup {
        div(.class("empty")) {
            svg(.class("illustration"), .attr("viewBox", "0 0 320 224"), .aria("hidden", true)) {
                use(.href("/static/illustrations/quiet.svg#scene"))
            }
            h1 { title }
            p(.class("lead")) { words }
            if question.standing == .proposed, let proposal = question.proposal, proposal.state == .open {
                ul { for moment in proposal.times { li { t.dateTime(moment.milliseconds) } } }
            }
            if question.mayBeSecond { p { t("answer.taken.secondWords") } }
            div(.class("actions")) { next }
        }
    }

    private var state: String {
        switch question.standing {
        case .open, .yes: "said"
        case .no: "declined"
        case .later: "resting"
        case .never: "never"
        case .proposed: question.proposal?.state == .declined ? "timeDeclined" : "proposed"
        case .taken: "taken"
        case .over: "over"
        case .expired: "expired"
        }
    }

    private var words: String {
        if question.standing == .never { return t("answer.never.words", ["category": site.label(question.category)]) }
        guard question.standing == .later, let until = question.restsUntil else { return t("answer.\(state).words") }
        return t("answer.resting.until", ["date": t.date(until.milliseconds)])
    }

    private var next: Markup {
        if question.standing == .never {
            return a(.class("button secondary"), .href(site.links.availability + "#refusees")) { t("answer.never.back") }
        }
        if question.mayBeSecond {
            return ButtonForm(action: site.links.offerSecond(token), label: t("answer.taken.second"), style: "button").markup
        }
        guard case .yes(let match) = question.standing else {
            return a(.class("button secondary"), .href(site.links.needs)) { t("answer.others") }
        }
        return a(.class("button"), .href("\(site.links.conversations)/\(match.text)")) {
            icon("talk")
            " " + t("mail.helping.button")
        }
    }
}
