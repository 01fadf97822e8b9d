import Domain
import HTML
import Localization
import UseCases

/// What is known of the helper's coming, for the owner: a late withdrawal, a promise confirmed or not.
struct GuidedAppointment {
    let site: Site
    let opened: OpenedRequest

    private var t: Localizer { site.t }

    var markup: Markup { .list([alarm, expected]) }

    private var alarm: Markup {
        guard opened.alarm != nil else { return .empty }
        return div(.class("notice warning"), .role("alert")) {
            icon("warning")
            div {
                p { t("alarm.words") }
                ButtonForm(action: site.links.guidedAlarm(opened.request.id), label: t("alarm.take"), style: "button").markup
            }
        }
    }

    private var expected: Markup {
        guard let helper = opened.helper, opened.expected?.day != nil else { return .empty }
        if opened.reminder?.answer == .yes { return notice("check", "guided.expected.yes", isDone: true) }
        if !helper.isMailed { return notice("phone", "guided.expected.unmailed") }
        return opened.reminder == nil ? .empty : notice("clock", "guided.expected.asked")
    }

    private func notice(_ symbol: String, _ key: String, isDone: Bool = false) -> Markup {
        div(.class(isDone ? "notice success" : "notice info")) {
            icon(symbol)
            div {
                p { t(key) }
                if !isDone {
                    ButtonForm(action: site.links.guidedConfirmation(opened.request.id), label: t("guided.expected.confirm")).markup
                }
            }
        }
    }
}
