import Domain
import HTML
import Localization
import UseCases

/// « À quel autre moment pourriez-vous ? » One or two days with their hour.
struct OtherTimePage: Page {
    let site: Site
    let question: AskedQuestion
    let token: String
    let state: FormState

    var title: String { state.refusal == nil ? t("otherTime.title") : t("form.errorTitle", ["title": t("otherTime.title")]) }
    var mainClass: String? { "page sheet" }

    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.answer(token))) {
                icon("arrow-left")
                t("form.back")
            },
            fields.errorSummary,
            div(.class("page-header")) {
                p(.class("meta")) { [site.label(question.category), when].compactMap(\.self).joined(separator: ", ") }
                h1 { t("otherTime.title") }
                p { t("otherTime.lead") }
            },
            form(.method("post"), .action(links.otherTime(token)), .attr("novalidate", "")) {
                moment("first", t("otherTime.first"), optional: false)
                moment("second", t("otherTime.second"), optional: true)
                div(.class("actions")) { button(.class("button large"), .type("submit")) { t("otherTime.send") } }
            },
        ])
    }

    private var when: String? { if case .on(let day) = question.wanted { t.date(day.milliseconds) } else { nil } }

    private func moment(_ name: String, _ label: String, optional: Bool) -> Markup {
        fieldset(.class("field")) {
            legend {
                label
                if optional {
                    " "
                    span(.class("optional")) { t("form.optional") }
                }
            }
            div(.class("row")) {
                fields.input("\(name)Day", t("otherTime.day"), kind: .date, hint: t("ask.when.day.hint"), short: true)
                fields.choice(
                    "\(name)Hour", t("otherTime.hour"), TimeProposalForm.hours.map { (String($0), t("availability.hour", ["hour": $0])) })
            }
        }
    }
}
