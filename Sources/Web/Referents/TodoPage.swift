import Domain
import HTML
import Localization
import UseCases

/// What waits for a referent, counted first, the late on top. No name and no number of who asks: they are behind each request.
struct TodoPage: Page {
    let site: Site
    let todo: ReferentTodo
    let done: String?

    var title: String { t("referent.title") }

    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        .list([
            div(.class("page-header")) { h1 { title } },
            notice, WaitingConcerns(site: site, count: todo.concerns).markup, TodoCounts(site: site, counts: todo.counts).markup,
            ReferentTabs(site: site).markup, doors,
            alarms, list("unconfirmed", todo.unconfirmed), list("noShows", todo.noShows),
            list("requests", todo.mine), calls, mandates, list("awaiting", todo.awaiting), greetings(.newcomers, .welcome, todo.newcomers),
            greetings(.neverAsked, .news, todo.neverAsked), availability, table("asking", todo.asking), table("matched", todo.matched),
            ReserveTable(site: site, counts: todo.reserve).markup,
            todo.isMailed.map { DayMailChoice(site: site, isOn: $0).markup } ?? .empty,
        ])
    }

    @MarkupBuilder private var notice: Markup {
        if let done, ["bienvenue", "nouvelles", "disponibilite", "courriel"].contains(done) {
            div(.class("notice success"), .role("status")) {
                icon("check")
                div { p { t("referent.done.\(done)") } }
            }
        }
    }

    private var doors: Markup {
        p(.class("actions")) {
            a(.class("button"), .href(links.desk)) {
                icon("phone")
                t("referent.call")
            }
            a(.class("button secondary"), .href(links.dayList)) {
                icon("print")
                t("referent.tab.dayList")
            }
        }
    }

    /// Nothing of a kind is not shown: five minutes are short.
    private func part(_ name: String, _ count: Int, @MarkupBuilder content: () -> Markup) -> Markup {
        guard count > 0 else { return .empty }
        return section(.class("stack section"), .aria("labelledby", name)) {
            h2(.id(name)) { t("referent.section.\(name)") }
            content()
        }
    }

    private func greetings(_ errand: Errand, _ kind: Greeting.Kind, _ people: [Greeting]) -> Markup {
        part(errand.rawValue, people.count) {
            GreetingList(site: site, kind: kind, people: people, now: todo.now).markup
            rest(todo.counts[errand] - people.count)
        }
    }

    private var availability: Markup {
        part(Errand.availability.rawValue, todo.availability.count) {
            AvailabilityCallList(site: site, calls: todo.availability, now: todo.now).markup
            rest(todo.counts[.availability] - todo.availability.count)
        }
    }

    private func rest(_ count: Int) -> Markup { count > 0 ? p(.class("meta")) { t("referent.more", count: count) } : .empty }

    private func more(_ part: ReferentTodo.Part) -> Markup {
        rest(part.count - part.requests.count)
    }

    private func list(_ name: String, _ part: ReferentTodo.Part) -> Markup {
        self.part(name, part.count) {
            ul(.class("todo")) {
                for request in part.requests { item(request) }
            }
            more(part)
        }
    }

    private var alarms: Markup {
        part("alarms", todo.alarms.count) {
            p { t("alarm.words") }
            ul(.class("todo")) {
                for request in todo.alarms.requests {
                    item(request) {
                        ButtonForm(
                            action: links.guidedAlarm(request.id), label: t("alarm.take"), style: "button small secondary",
                            complement: request.reference.text
                        ).markup
                    }
                }
            }
            more(todo.alarms)
        }
    }

    private func item(_ request: GuidedRequest, @MarkupBuilder extra: () -> Markup = { .empty }) -> Markup {
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
                extra()
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
        part("calls", todo.counts[.calls]) {
            DueCallList(site: site, calls: Array(todo.calls.prefix(5)), now: todo.now).markup
            p { a(.class("link"), .href(links.ringBacks)) { t("referent.calls.all", count: todo.counts[.calls]) } }
        }
    }

    @MarkupBuilder private var mandates: Markup {
        if !todo.mandates.isEmpty {
            section(.class("stack section"), .aria("labelledby", "mandates")) {
                h2(.id("mandates")) { t("guidedMandates.title") }
                p {
                    t("referent.mandates", ["pending": todo.mandates.pending, "ending": todo.mandates.ending]) + " "
                    a(.class("link"), .href(links.guidedMandates)) { t("referent.mandates.all") }
                }
            }
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
