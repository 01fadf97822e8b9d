import Domain
import HTML
import Localization
import UseCases

/// « Vous venez demain. » One tap says that one cannot, this once.
struct NextTimePage: Page {
    let site: Site
    let reminder: StandingLinks.Reminder
    let token: String

    private var state: String { reminder.hasMissed ? "missed" : reminder.isOver ? "over" : "question" }
    var title: String { t("standing.reminder.\(state).title", ["date": t.date(reminder.day.milliseconds)]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            div(.class("page-header")) { h1 { title } }, p(.class("lead")) { t("standing.reminder.\(state).words") },
            p(.class("meta")) { site.label(reminder.category) },
            button,
        ])
    }

    private var button: Markup {
        if state == "question" {
            return ButtonForm(
                action: links.nextTime(token), label: t("standing.reminder.cannot"), style: "button large secondary"
            ).markup
        }
        guard reminder.mayTakeBack else { return .empty }
        return ButtonForm(action: links.nextTimeAfterAll(token), label: t("standing.reminder.can"), style: "button large secondary").markup
    }
}

/// « Voulez-vous être la deuxième personne ? »
struct SecondPage: Page {
    let site: Site
    let invitation: StandingLinks.Invitation
    let token: String

    private var state: String { invitation.isYes.map { $0 ? "yes" : "no" } ?? "question" }
    var title: String { t("standing.invitation.\(state).title", ["name": invitation.name]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            div(.class("page-header")) { h1 { title } },
            p(.class("lead")) { t("standing.invitation.\(state).words", ["name": invitation.name]) },
            p(.class("meta")) {
                [site.label(invitation.category), invitation.neighbourhood?.name, t("rhythm.\(invitation.rhythm.rawValue)")]
                    .compactMap(\.self).joined(separator: ", ")
            },
            form(.method("post"), .action(links.second(token))) {
                div(.class("actions answers")) {
                    if invitation.isYes != true { answer("yes", "button large") }
                    if invitation.isYes != false { answer("no", invitation.isYes == nil ? "button large secondary" : "button quiet") }
                }
            },
        ])
    }

    private func answer(_ value: String, _ look: String) -> Markup {
        button(.class(look), .type("submit"), .name("answer"), .value(value)) { t("standing.invitation.\(value)") }
    }
}

/// « Tout va bien ? »
struct StandingCheckPage: Page {
    let site: Site
    let check: StandingLinks.Check
    let token: String

    private var state: String { check.answer?.rawValue ?? "question" }
    var title: String { t("standing.check.\(state).title", ["name": check.otherName]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            div(.class("page-header")) { h1 { title } }, p(.class("lead")) { t("standing.check.\(state).words") },
            check.answer == nil ? question : .empty,
        ])
    }

    private var question: Markup {
        form(.method("post"), .action(links.standingCheck(token))) {
            div(.class("actions answers")) {
                for answer in StandingCheck.Answer.allCases {
                    button(
                        .class(answer == .well ? "button large" : "button large secondary"), .type("submit"), .name("answer"),
                        .value(answer.rawValue)
                    ) { t("standing.check.\(answer.rawValue)") }
                }
            }
        }
    }
}
