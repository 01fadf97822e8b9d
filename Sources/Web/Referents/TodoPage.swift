import Domain
import HTML
import Localization
import UseCases

/// What waits for a referent, the late on top. No name and no number: they are behind each request.
struct TodoPage: Page {
    let site: Site
    let todo: ReferentTodo

    var title: String { t("referent.title") }

    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { lead }
            },
            ReferentTabs(site: site).markup,
            p(.class("actions")) {
                a(.class("button"), .href(links.call)) {
                    icon("phone")
                    t("referent.call")
                }
                a(.class("button secondary"), .href(links.dayList)) {
                    icon("print")
                    t("referent.tab.dayList")
                }
            },
            list("mine", todo.mine), calls, list("awaiting", todo.awaiting), table("asking", todo.asking), table("matched", todo.matched),
        ])
    }

    private var lead: String {
        t("referent.lead.requests", count: todo.mine.count + todo.awaiting.count) + " " + t("referent.lead.calls", count: todo.callCount)
    }

    private func part(_ name: String, _ count: Int, @MarkupBuilder content: () -> Markup) -> Markup {
        section(.class("stack section"), .aria("labelledby", name)) {
            h2(.id(name)) { t("referent.section.\(name)") }
            if count == 0 { p { t("referent.none.\(name)") } } else { content() }
        }
    }

    private func more(_ part: ReferentTodo.Part) -> Markup {
        let rest = part.count - part.requests.count
        return rest > 0 ? p(.class("meta")) { t("referent.more", count: rest) } : .empty
    }

    private func list(_ name: String, _ part: ReferentTodo.Part) -> Markup {
        self.part(name, part.count) {
            ul(.class("todo")) {
                for request in part.requests { item(request) }
            }
            more(part)
        }
    }

    private func item(_ request: GuidedRequest) -> Markup {
        li(.class(words.urgencyClass(request.due, now: todo.now))) {
            div {
                p { words.clock(request.due, now: todo.now) }
                h3 { a(.href(links.guidedRequest(request.id))) { words.category(request.category) } }
                p(.class("meta")) { meta(request) }
            }
            div(.class("actions")) {
                a(.class("button small"), .href(links.guidedRequest(request.id))) {
                    t("referent.open")
                    span(.class("visually-hidden")) { "\u{A0}: \(words.category(request.category)), \(request.reference.text)" }
                }
            }
        }
    }

    private func meta(_ request: GuidedRequest) -> String {
        let asked = request.asked == 0 ? nil : t("referent.asked", count: request.asked)
        let refused = request.refused == 0 ? nil : t("referent.refused", count: request.refused)
        return [request.reference.text, words.place(request.neighbourhood), words.when(request.wanted), asked, refused].compactMap(\.self)
            .joined(separator: ", ")
    }

    private var calls: Markup {
        part("calls", todo.callCount) {
            DueCallList(site: site, calls: Array(todo.calls.prefix(5)), now: todo.now).markup
            p { a(.class("link"), .href(links.ringBacks)) { t("referent.calls.all", count: todo.callCount) } }
        }
    }

    private func table(_ name: String, _ part: ReferentTodo.Part) -> Markup {
        self.part(name, part.count) {
            HTML.table(.class("rows")) {
                caption { span(.class("visually-hidden")) { t("referent.section.\(name)") } }
                thead {
                    tr {
                        for column in ["reference", "need", "place", "when", "clock"] {
                            th(.scope("col")) { t("referent.column.\(column)") }
                        }
                    }
                }
                tbody {
                    for request in part.requests { row(request) }
                }
            }
            more(part)
        }
    }

    private func row(_ request: GuidedRequest) -> Markup {
        tr {
            th(.scope("row")) { a(.href(links.guidedRequest(request.id))) { request.reference.text } }
            td(.data("label", t("referent.column.need"))) { words.category(request.category) }
            td(.data("label", t("referent.column.place"))) { words.place(request.neighbourhood) }
            td(.data("label", t("referent.column.when"))) { words.when(request.wanted) }
            td(.data("label", t("referent.column.clock"))) {
                if let matched = request.matchedAt {
                    t("referent.matchedAgo", ["ago": t.ago(matched.milliseconds, now: todo.now.milliseconds)])
                } else {
                    words.clock(request.due, now: todo.now)
                }
            }
        }
    }
}
