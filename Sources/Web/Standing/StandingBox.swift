import Domain
import HTML
import Localization
import UseCases

/// Recurring help on both pages: the next day, who comes instead, the second person.
struct StandingBox {
    let site: Site
    let standing: StandingView
    /// Of the conversation, below which its forms lie; nil where one only looks.
    let root: String?

    private var t: Localizer { site.t }

    var markup: Markup {
        section(.class("stack"), .aria("labelledby", "regulier")) {
            h2(.id("regulier")) { t("standing.title") }
            div(.class("box tint")) {
                p { t("rhythm.\(standing.rhythm.rawValue)") }
                days
                for missed in standing.missed { absence(missed) }
                second
            }
        }
    }

    private func date(_ moment: Moment) -> String { t.date(moment.milliseconds) }

    @MarkupBuilder private var days: Markup {
        if let next = standing.next {
            p { strong { t("standing.next", ["date": date(next)]) } }
            if standing.side == .helper, let root {
                ButtonForm(
                    action: root + "/absence", label: t("standing.cannot", ["date": date(next)]), style: "button small secondary",
                    hidden: [("day", isoDay(next))]
                ).markup
                p(.class("hint")) { t("standing.cannot.hint") }
            }
        } else {
            p { t("standing.noDay") }
        }
        if let root {
            p {
                a(.class("link"), .href(root + "/premier-jour")) {
                    t(standing.firstDay == nil ? "standing.chooseDay" : "standing.changeDay")
                }
            }
        }
    }

    private func isoDay(_ moment: Moment) -> String { CivilDay(moment, in: site.town.timeZone).iso }

    private func absence(_ missed: StandingView.Missed) -> Markup {
        let words =
            missed.standInName.map { t("standing.missed.found", ["date": date(missed.day), "name": $0]) }
            ?? t("standing.missed.looking", ["date": date(missed.day), "name": standing.helperName])
        guard missed.mayTakeBack, let root else { return p { words } }
        let can = ButtonForm(
            action: root + "/absence/fin", label: t("standing.can", ["date": date(missed.day)]), style: "button small secondary",
            hidden: [("day", isoDay(missed.day))])
        return .list([p { words }, can.markup])
    }

    @MarkupBuilder private var second: Markup {
        switch standing.second {
        case .none: Markup.empty
        case .known(let name): p { t("standing.second.known", ["name": name]) }
        case .asked(let name): p { t("standing.second.asked", ["name": name]) }
        case .proposed(let person, let name):
            if standing.side == .asker {
                p { t("standing.second.proposed", ["name": name]) }
                if let root { answers(person, name, root + "/deuxieme") }
            }
        }
    }

    private func answers(_ person: ID<Person>, _ name: String, _ action: String) -> Markup {
        div(.class("actions")) {
            for answer in ["yes", "no"] {
                ButtonForm(
                    action: action, label: t("standing.second.\(answer)"), style: answer == "yes" ? "button small" : "button small quiet",
                    complement: name, hidden: [("person", person.text), ("answer", answer)]
                ).markup
            }
        }
    }
}
