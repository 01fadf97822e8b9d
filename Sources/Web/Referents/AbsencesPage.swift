import Domain
import HTML
import Localization
import UseCases

/// Who is away, who stands in, and a form for one's own holidays.
struct AbsencesPage: Page {
    let site: Site
    let board: Absenting.Board
    let state: FormState
    let isDone: Bool

    var title: String { state.refusal == nil ? t("absence.title") : t("form.errorTitle", ["title": t("absence.title")]) }

    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("absence.title") }
                p(.class("lead")) { t("absence.lead") }
            },
            ReferentTabs(site: site).markup, notice, list, board.mayLeave ? form : .empty,
        ])
    }

    @MarkupBuilder private var notice: Markup {
        if isDone {
            div(.class("notice success"), .role("status")) {
                icon("check")
                div { p { t("absence.done") } }
            }
        }
    }

    private var list: Markup {
        section(.class("stack section"), .aria("labelledby", "absents")) {
            h2(.id("absents")) { t("absence.list") }
            if board.absences.isEmpty { p { t("absence.none") } }
            if !board.absences.isEmpty { ul(.class("todo")) { for known in board.absences { item(known) } } }
        }
    }

    private func item(_ known: Absenting.Known) -> Markup {
        let absence = known.absence
        let last = absence.until - .minutes(1)
        return li {
            div {
                h3 {
                    known.colleague.map { t("absence.item", ["person": known.person.name, "colleague": $0.name]) }
                        ?? t("absence.item.nobody", ["person": known.person.name])
                }
                p { known.roles.map { RoleName($0, site.facts).words(t) }.joined(separator: ", ") }
                p(.class("meta")) {
                    t("absence.days", ["from": t.date(absence.from.milliseconds), "until": t.date(last.milliseconds)])
                }
                p { t(absence.isOn(at: board.now) ? "absence.state.on" : "absence.state.planned") }
            }
            div(.class("actions")) { action(absence, known.person.name) }
        }
    }

    /// The colleague may say that they cannot; the referent and administrators end it.
    private func action(_ absence: Absence, _ name: String) -> Markup {
        let viewer = site.viewer
        if absence.colleague == viewer?.person.id, viewer?.actor.has(.administrator) == false {
            return end(links.declinedAbsence(absence.id), "absence.decline", name)
        }
        let isBack = absence.person == viewer?.person.id && absence.isOn(at: board.now)
        return end(links.endOfAbsence(absence.id), isBack ? "absence.back" : "absence.cancel", name)
    }

    private func end(_ action: String, _ key: String, _ name: String) -> Markup {
        ButtonForm(action: action, label: t(key), style: "button secondary small", complement: name).markup
    }

    private var form: Markup {
        HTML.form(.method("post"), .action(links.absences), .attr("novalidate", ""), .class("box")) {
            h2 { t("absence.new") }
            fields.choice(
                "colleague", t("absence.colleague"),
                board.colleagues.map { ($0.id.text, $0.name) } + [(AbsenceForm.nobody, t("absence.colleague.nobody"))],
                hint: t("absence.colleague.hint"))
            div(.class("row")) {
                fields.input("from", t("absence.from"), kind: .date)
                fields.input("until", t("absence.until"), kind: .date)
            }
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("absence.save") } }
        }
    }
}
