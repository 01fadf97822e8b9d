import Domain
import HTML
import Localization
import UseCases

/// What is still to be answered, by deadline, and what was answered; nobody's name stands in a list.
struct RightsListPage: Page {
    let site: Site
    let lists: RightsDesk.Lists

    var title: String { t("rights.list.title") }

    var content: Markup {
        .list([
            heading(lead: t("rights.list.lead")), OfficerTabs(site: site, current: links.rightsDesk).markup,
            p(.class("actions")) { a(.class("button"), .href(links.newRightsRequest)) { t("rights.list.new") } },
            part(t("rights.list.open")) {
                if lists.open.isEmpty { p { t("rights.list.none") } } else { table("rights.list.open", lists.open, answered: false) }
            },
            lists.answered.isEmpty
                ? .empty : part(t("rights.list.answered")) { table("rights.list.answered", lists.answered, answered: true) },
        ])
    }

    private func table(_ caption: String, _ requests: [RightsRequest], answered: Bool) -> Markup {
        HTML.table(.class("rows")) {
            HTML.caption { span(.class("visually-hidden")) { t(caption) } }
            thead {
                tr {
                    for column in ["reference", "kind", "received", answered ? "result" : "due"] {
                        th(.scope("col")) { t("rights.column.\(column)") }
                    }
                }
            }
            tbody { for request in requests { row(request) } }
        }
    }

    private func row(_ request: RightsRequest) -> Markup {
        tr {
            th(.scope("row")) { a(.href(links.rightsRequest(request.id))) { request.reference.text } }
            td(.data("label", t("rights.column.kind"))) { t("rights.kind.\(request.kind.rawValue)") }
            td(.data("label", t("rights.column.received"))) { t.shortDate(request.receivedAt.milliseconds) }
            if let answer = request.answer {
                td(.data("label", t("rights.column.result"))) {
                    t("rights.result.\(answer.result.rawValue)") + ", " + t.shortDate(answer.at.milliseconds)
                }
            } else {
                td(.data("label", t("rights.column.due"))) {
                    if request.isOverdue(lists.now) { span(.class("badge warning")) { t("rights.overdue") } }
                    " " + t.shortDate(request.dueAt.milliseconds)
                }
            }
        }
    }
}

/// A letter or a call, written down by the officer.
struct RightsEntryPage: Page {
    let site: Site
    let state: FormState

    var title: String { state.refusal == nil ? t("rights.entry.title") : t("form.errorTitle", ["title": t("rights.entry.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        let parts = RightsFields(fields: fields)
        return .list([
            a(.class("back"), .href(links.rightsDesk)) {
                icon("arrow-left")
                t("form.back")
            },
            fields.errorSummary, div(.class("page-header")) { h1 { t("rights.entry.title") } },
            form(.method("post"), .action(links.newRightsRequest), .attr("novalidate", "")) {
                HTML.input(.type("hidden"), .name("id"), .value(state["id"]))
                parts.group("door", ["paper", "phone"]) { _ in nil }
                fields.input("receivedOn", t("rights.receivedOn"), kind: .date, short: true)
                parts.markup
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("administration.save") } }
            },
        ])
    }
}
