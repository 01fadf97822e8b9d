import Domain
import HTML
import Localization
import UseCases

/// « Êtes-vous toujours disponible ? », or what was answered and what comes next.
struct StillAvailablePage: Page {
    let site: Site
    let question: StillAvailable.Question
    let token: String
    /// The answer whose link was followed: its button stands out.
    let leaning: ReserveCheck.Answer

    /// Words of the mail's links.
    static let replies: [String: ReserveCheck.Answer] = ["oui": .yes, "pause": .pause, "arret": .stop]

    var title: String { t("reserve.\(state).title") }
    var mainClass: String? { "page sheet" }

    private var state: String {
        if question.isStopped { return "stopped" }
        return switch question.answer {
        case nil, .stop: "question"
        case .yes: question.isBack ? "back" : "renewed"
        case .pause: question.pausedUntil == nil ? "question" : "resting"
        }
    }

    var content: Markup {
        state == "question"
            ? .list([
                div(.class("page-header")) { h1 { title } },
                p(.class("lead")) { t("reserve.question.words", ["town": site.town.name]) },
                form([.yes, .pause, .stop]), p(.class("meta")) { t("reserve.free") },
            ]) : answered
    }

    private var answered: Markup {
        div(.class("empty")) {
            svg(.class("illustration"), .attr("viewBox", "0 0 320 224"), .aria("hidden", true)) {
                use(.href("/static/illustrations/quiet.svg#scene"))
            }
            h1 { title }
            p(.class("lead")) { words }
            if state == "resting" { form([.yes]) }
            p(.class("actions")) { next }
        }
    }

    private var words: String {
        guard state == "resting", let until = question.pausedUntil else { return t("reserve.\(state).words", ["town": site.town.name]) }
        return t("reserve.resting.words", ["date": t.date(until.milliseconds)])
    }

    private var next: Markup {
        if question.hasReservedOffers, state == "back" || state == "renewed" {
            return a(.class("button secondary"), .href(links.ownOffers)) { t("reserve.offers") }
        }
        return a(.class("button secondary"), .href(links.availability)) { t("ownOffers.availability") }
    }

    private func form(_ answers: [ReserveCheck.Answer]) -> Markup {
        HTML.form(.method("post"), .action(links.stillAvailable(token))) {
            div(.class("actions answers")) {
                for answer in answers { button(answer) }
            }
        }
    }

    private func button(_ answer: ReserveCheck.Answer) -> Markup {
        let look = answer == leaning ? "button large" : answer == .stop ? "button quiet" : "button large secondary"
        let label = state == "resting" ? t("reserve.yesAfterAll") : t("reserve.\(answer.rawValue)")
        return HTML.button(.class(look), .type("submit"), .name("answer"), .value(answer.rawValue)) {
            if answer == .yes { icon("check") }
            " " + label
        }
    }
}
