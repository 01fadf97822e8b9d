import Domain
import HTML
import Localization
import UseCases

/// Today's calls on one sheet of paper.
struct DayListPage: Page {
    let site: Site
    let list: DayList

    var title: String { t("dayList.title") }

    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("meta")) {
                    t("dayList.for", ["date": t.date(list.now.milliseconds), "name": site.viewer?.person.shownName ?? ""])
                }
            },
            p(.class("actions")) {
                button(.class("button needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    t("dayList.print")
                }
                a(.class("button quiet"), .href(links.paperEntry)) { t("paper.enter") }
                a(.class("button quiet"), .href(links.referent)) { t("dayList.back") }
            },
            list.lines.isEmpty ? p { t("referent.none.calls") } : table,
            list.lines.isEmpty ? .empty : p { legend },
            p { t("dayList.keep") },
        ])
    }

    /// What is entered by the code of a row.
    private var legend: String {
        let words = PaperResultWords(t: t)
        return t(
            "dayList.legend", ["calls": words.legend(PaperResult.ofCalls), "requests": words.legend(PaperResult.ofRequests)])
    }

    private var table: Markup {
        HTML.table(.class("rows")) {
            caption { t("referent.lead.calls", count: list.lines.count) }
            thead {
                tr {
                    for column in ["done", "person", "phone", "say", "code", "note"] { th(.scope("col")) { t("dayList.\(column)") } }
                }
            }
            tbody {
                for line in list.lines { row(line) }
            }
        }
    }

    private func row(_ line: DayList.Line) -> Markup {
        tr {
            td(.data("label", t("dayList.done"))) {
                span(.class("tick")) {}
                span(.class("screen-only")) { t("dayList.tick") }
            }
            th(.scope("row")) { line.name }
            td(.data("label", t("dayList.phone"))) {
                if let phone = line.phone { a(.href("tel:\(phone.text)")) { phone.spoken } } else { t("calls.noPhone") }
            }
            td(.data("label", t("dayList.say"))) {
                HTML.b { line.reference.text }
                ", \(words.category(line.category)). "
                t(line.reason.map { "calls.reason.\($0.rawValue)" } ?? "dayList.mine")
            }
            td(.data("label", t("dayList.code"))) { HTML.b { line.code.text } }
            td(.data("label", t("dayList.note"))) { span(.class("write")) {} }
        }
    }
}
