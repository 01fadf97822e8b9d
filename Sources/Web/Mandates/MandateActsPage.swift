import Domain
import HTML
import Localization
import UseCases

/// Everything that was done in somebody's name, for them and whom they let read.
struct MandateActsPage: Page {
    let site: Site
    let acts: Mandating.Acts
    let pages: MandatePages
    let state: FormState
    let done: String?

    var title: String {
        let title = t("acts.title", ["name": acts.line.represented.shownName])
        return state.refusal == nil ? title : t("form.errorTitle", ["title": title])
    }

    private var words: MandateWords { MandateWords(site: site) }
    private var mandate: Mandate { acts.line.mandate }

    var content: Markup {
        .list([
            Fields(t: t, state: state).errorSummary,
            div(.class("page-header")) {
                h1 { t("acts.title", ["name": acts.line.represented.shownName]) }
                p(.class("lead")) { t("acts.lead", ["name": words.holder(acts.line), "powers": words.powers(mandate)]) }
                p { span(.class(words.badge(mandate, now: acts.now))) { words.standing(mandate, now: acts.now) } }
            },
            MandateNotice(t: t, done: done).markup, revoke, list, reader,
        ])
    }

    private var revoke: Markup {
        guard acts.mayRevoke else { return .empty }
        return div(.class("actions")) {
            ButtonForm(action: pages.end, label: t("mandates.revoke"), style: "button secondary danger").markup
            a(.class("button quiet"), .href(pages.proof)) { t("mandates.proof") }
        }
    }

    private var list: Markup {
        section(.class("stack section"), .aria("labelledby", "actes")) {
            h2(.id("actes")) { t("acts.list") }
            if acts.entries.isEmpty { p { t("acts.none") } } else { table }
        }
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { span(.class("visually-hidden")) { t("acts.list") } }
            thead { tr { for column in ["what", "who", "when", "request"] { th(.scope("col")) { t("acts.\(column)") } } } }
            tbody { for entry in acts.entries { row(entry) } }
        }
    }

    private func row(_ entry: Mandating.Acts.Entry) -> Markup {
        tr {
            th(.scope("row")) { t("acts.deed.\(entry.act.deed.rawValue)") }
            td(.data("label", t("acts.who"))) { entry.actorName }
            td(.data("label", t("acts.when"))) { t.dateTime(entry.act.at.milliseconds) }
            td(.data("label", t("acts.request"))) { entry.reference?.text ?? "" }
        }
    }

    /// One more person may read, if the represented one agrees.
    private var reader: Markup {
        guard acts.mayChooseReader, mandate.isInForce(acts.now) else { return .empty }
        let fields = Fields(t: t, state: state)
        return section(.class("box"), .aria("labelledby", "lecteur")) {
            h2(.id("lecteur")) { t("acts.reader") }
            p { t("acts.reader.words") }
            if let reader = acts.line.reader {
                p { t("mandates.reader", ["name": reader.name]) }
                ButtonForm(action: pages.endOfReader, label: t("acts.reader.end"), complement: reader.name).markup
            }
            HTML.form(.method("post"), .action(pages.reader), .attr("novalidate", "")) {
                fields.input("readerName", t("acts.reader.name"), autocomplete: "off", maxlength: 60)
                fields.input("readerEmail", t("acts.reader.email"), kind: .email, autocomplete: "off")
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("acts.reader.save") } }
            }
        }
    }
}
