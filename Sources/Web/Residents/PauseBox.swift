import Domain
import HTML
import Localization

/// A rest in one tap: a week, a month; or until a day.
struct PauseBox {
    let site: Site
    let helper: Helper
    let state: FormState
    let now: Moment

    private var t: Localizer { site.t }

    var markup: Markup {
        section(.class("box"), .aria("labelledby", "pause")) {
            h2(.id("pause")) { t("pause.title") }
            if let until = helper.pausedUntil, until > now {
                p { t("pause.until", ["date": t.date(until.milliseconds)]) }
                ButtonForm(action: site.links.endOfPause, label: t("pause.end"), style: "button").markup
            } else {
                p { t("pause.words") }
                div(.class("actions")) {
                    quick("week", t("pause.week"))
                    quick("month", t("pause.month"))
                }
                until
            }
        }
    }

    private func quick(_ value: String, _ label: String) -> Markup {
        ButtonForm(action: site.links.pause, label: label, symbol: "pause", hidden: [("for", value)]).markup
    }

    private var until: Markup {
        form(.method("post"), .action(site.links.pause), .attr("novalidate", "")) {
            input(.type("hidden"), .name("for"), .value("date"))
            Fields(t: t, state: state).input("until", t("pause.date"), kind: .date, hint: t("ask.when.day.hint"), short: true)
            div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("pause.start") } }
        }
    }
}
