import Domain
import HTML
import Localization
import UseCases

/// « Serez-vous là ? » What, where and when, and two buttons; or what was answered.
struct ReminderPage: Page {
    let site: Site
    let reminded: RemindedAppointment
    let token: String
    let isLeaningToNo: Bool

    var title: String { isOpen ? t("reminder.title") : t("reminder.\(state).title") }
    var mainClass: String? { "page sheet" }

    private var isOpen: Bool { reminded.standing == .open }
    private var state: String {
        switch reminded.standing {
        case .open, .yes: "said"
        case .cannot: "withdrawn"
        case .over: "over"
        }
    }

    var content: Markup {
        guard isOpen else { return .list([answered, reminded.standing == .yes ? facts : .empty, afterAll]) }
        return .list([
            div(.class("page-header")) { h1 { title } }, facts,
            form(.method("post"), .action(links.reminder(token))) {
                div(.class("actions answers")) {
                    choice(.yes, isLeaningToNo ? "button large secondary" : "button large", "check", t("reminder.yes"))
                    choice(.cannot, isLeaningToNo ? "button large" : "button large secondary", nil, t("reminder.cannot"))
                }
            },
            p(.class("meta")) { t("reminder.cannot.hint") },
        ])
    }

    private var answered: Markup {
        div(.class("empty")) {
            h1 { title }
            p(.class("lead")) { t("reminder.\(state).words") }
        }
    }

    private var facts: Markup {
        div(.class("box tint")) {
            ul(.class("card-facts")) {
                fact(reminded.category.icon, site.label(reminded.category))
                if let place = reminded.neighbourhood?.name, reminded.category.mode != .remote { fact("pin", place) }
                fact("calendar", when)
            }
        }
    }

    private var when: String {
        switch reminded.appointment {
        case .now: t("ask.when.now.hint")
        case .on(let day, let at): at.map { t.dateTime($0.milliseconds) } ?? t.date(day.milliseconds)
        }
    }

    private func fact(_ symbol: String, _ words: String) -> Markup {
        li {
            icon(symbol)
            span { words }
        }
    }

    /// Something may still come in between.
    private var afterAll: Markup {
        guard reminded.standing == .yes else { return .empty }
        return form(.method("post"), .action(links.reminder(token))) {
            div(.class("actions")) { choice(.cannot, "button quiet", nil, t("reminder.afterAll")) }
        }
    }

    private func choice(_ answer: Reminder.Answer, _ look: String, _ symbol: String?, _ words: String) -> Markup {
        button(.class(look), .type("submit"), .name("answer"), .value(answer.rawValue)) {
            if let symbol { icon(symbol) }
            " " + words
        }
    }
}
