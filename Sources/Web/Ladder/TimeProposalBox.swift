import Domain
import HTML
import Localization
import UseCases

/// Other times at which somebody could come, each with its button: for whoever asked, or for the owner who has them on the telephone.
struct TimeProposalBox {
    let site: Site
    let proposals: [TimeProposal]
    let now: Moment
    /// By voice: the owner notes what was said.
    var isHeard = false
    let action: (ID<TimeProposal>) -> String

    private var t: Localizer { site.t }

    var markup: Markup {
        guard !proposals.isEmpty else { return .empty }
        return section(.class("box tint"), .aria("labelledby", "autre-moment")) {
            h2(.id("autre-moment")) { t(isHeard ? "otherTime.heard.title" : "otherTime.ask.title") }
            p { t(isHeard ? "otherTime.heard.words" : "otherTime.ask.words") }
            for proposal in proposals { choices(proposal) }
        }
    }

    private func choices(_ proposal: TimeProposal) -> Markup {
        form(.method("post"), .action(action(proposal.id))) {
            div(.class("actions")) {
                for (choice, moment) in zip([TimeProposing.Choice.first, .second], proposal.times) where moment > now {
                    button(.class("button"), .type("submit"), .name("choice"), .value(choice.rawValue)) {
                        icon("check")
                        " " + t.dateTime(moment.milliseconds)
                    }
                }
                button(.class("button secondary"), .type("submit"), .name("choice"), .value(TimeProposing.Choice.neither.rawValue)) {
                    t("otherTime.neither")
                }
            }
        }
    }
}

/// What came of an answer to another time.
struct TimeProposalNotice {
    let t: Localizer
    /// From the address; unknown ones say nothing.
    let result: String?

    var markup: Markup {
        guard let result, ["accepte", "refuse", "trop-tard"].contains(result) else { return .empty }
        return div(.class(result == "trop-tard" ? "notice warning" : "notice success"), .role("status")) {
            icon(result == "trop-tard" ? "clock" : "check")
            div { p { t("otherTime.done.\(result)") } }
        }
    }

    static func word(_ result: TimeProposing.Result, _ choice: TimeProposing.Choice) -> String? {
        switch result {
        case .decided: choice == .neither ? "refuse" : "accepte"
        case .tooLate: "trop-tard"
        case .settled: nil
        }
    }
}
