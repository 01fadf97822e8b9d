import Domain
import HTML
import Localization
import UseCases

/// How the town runs now, what the switch changes, the switch, and what was decided before.
struct CrisisPage: Page {
    let site: Site
    let board: CrisisSwitch.Board
    let state: FormState
    let isDone: Bool

    var title: String { state.refusal == nil ? t("crisis.title") : t("form.errorTitle", ["title": t("crisis.title")]) }

    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("crisis.title") }
                p(.class("lead")) { t("crisis.lead") }
            },
            AdministrationTabs(site: site, current: links.crisis).markup, isDone ? notice("success", "check", t("crisis.done")) : .empty,
            standing, CrisisChanges(site: site).markup, form, CrisisHistory(site: site, decisions: board.past).markup,
        ])
    }

    private var standing: Markup {
        guard let known = board.current else { return p { t("crisis.quiet") } }
        return div(.class("notice warning")) {
            icon("warning")
            div {
                p {
                    t(
                        "crisis.on",
                        ["from": day(known.crisis.from), "until": CrisisHistory.last(known.crisis, t), "name": known.deciderName])
                }
                p { t("crisis.reason", ["reason": known.crisis.reason]) }
                HTML.form(.method("post"), .action(links.endOfCrisis)) {
                    button(.class("button"), .type("submit")) { t("crisis.end") }
                }
            }
        }
    }

    private func day(_ moment: Moment) -> String { t.date(moment.milliseconds) }

    private var form: Markup {
        let isOn = board.current != nil
        return HTML.form(.class("box"), .method("post"), .action(links.crisis), .attr("novalidate", "")) {
            h2 { t(isOn ? "crisis.prolong" : "crisis.open") }
            fields.area("reason", t("crisis.field.reason"), hint: t("crisis.hint.reason"), maxlength: 500, rows: 3)
            fields.input("until", t("crisis.field.until"), kind: .date, hint: t("crisis.hint.until"), short: true)
            div(.class("actions")) {
                button(.class(isOn ? "button secondary" : "button"), .type("submit")) {
                    t(isOn ? "crisis.prolong.save" : "crisis.open.save")
                }
            }
        }
    }
}

/// The decisions that are over.
struct CrisisHistory {
    let site: Site
    let decisions: [CrisisSwitch.Known]

    @MarkupBuilder var markup: Markup {
        if !decisions.isEmpty {
            HTML.table(.class("rows")) {
                caption { site.t("crisis.history") }
                thead { tr { for column in ["from", "end", "who", "reason"] { th(.scope("col")) { site.t("crisis.column.\(column)") } } } }
                tbody { for known in decisions { row(known) } }
            }
        }
    }

    private func row(_ known: CrisisSwitch.Known) -> Markup {
        let t = site.t
        return tr {
            th(.scope("row")) { t.date(known.crisis.from.milliseconds) }
            td(.data("label", t("crisis.column.end"))) { end(known) }
            td(.data("label", t("crisis.column.who"))) { known.deciderName.isEmpty ? t("crisis.gone") : known.deciderName }
            td(.data("label", t("crisis.column.reason"))) { known.crisis.reason }
        }
    }

    private func end(_ known: CrisisSwitch.Known) -> String {
        let t = site.t
        guard let ended = known.crisis.endedAt, let name = known.enderName else {
            return t("crisis.ended.date", ["date": Self.last(known.crisis, t)])
        }
        return t("crisis.ended.decision", ["date": t.date(ended.milliseconds), "name": name.isEmpty ? t("crisis.gone") : name])
    }

    /// Its last day.
    static func last(_ crisis: Crisis, _ t: Localizer) -> String { t.date((crisis.until - .minutes(1)).milliseconds) }
}
