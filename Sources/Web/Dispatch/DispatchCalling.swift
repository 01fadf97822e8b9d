import Domain
import HTML
import Localization
import UseCases

/// Ringing volunteers in order, and what came of it so far.
struct DispatchCalling {
    let site: Site
    let board: DispatchBoard
    let contact: String

    private var t: Localizer { site.t }

    var markup: Markup {
        section(.class("box stack"), .id("appeler"), .aria("labelledby", "appeler-titre")) {
            h2(.id("appeler-titre")) { t("dispatch.calls") }
            next
            for one in board.calling.waiting {
                p { t("dispatch.calls.again", ["name": name(one.person), "time": t.dateTime(one.at.milliseconds)]) }
            }
            if !board.tried.isEmpty {
                h3 { t("dispatch.calls.tried") }
                ul {
                    for tried in board.tried {
                        li {
                            [
                                tried.name, t("dispatch.result.\(tried.call.result?.rawValue ?? "lapsed")"),
                                t.dateTime(tried.call.begunAt.milliseconds),
                            ].joined(separator: ", ")
                        }
                    }
                }
            }
        }
    }

    @MarkupBuilder private var next: Markup {
        if let own = board.ownCall {
            p(.class("actions")) { a(.class("button"), .href(site.links.dispatchCall(own))) { t("dispatch.calls.resume") } }
        } else if let person = board.calling.next {
            HTML.form(.method("post"), .action(site.links.dispatchCalls(board.request.id))) {
                HTML.input(.type("hidden"), .name("contact"), .value(contact))
                div(.class("actions")) {
                    button(.class("button"), .type("submit"), .data("key", "a"), .aria("keyshortcuts", "a")) {
                        icon("phone")
                        t("dispatch.calls.next", ["name": name(person)])
                        QuickKeys.hint("a")
                    }
                }
            }
            QuickKeys(t: t, keys: ["a"]).markup
        } else {
            p { t(board.calling.waiting.isEmpty ? "dispatch.calls.none" : "dispatch.calls.noneNow") }
        }
    }

    private func name(_ person: ID<Person>) -> String {
        let all = board.suggestions.compactMap(\.helper) + (board.found ?? [])
        return all.first { $0.person == person }?.name ?? ""
    }
}

/// One key for one button, for whoever wants it (WCAG 2.1.4: it can be turned off). The script shows the switch; without it there are the buttons.
struct QuickKeys {
    let t: Localizer
    let keys: [String]

    static func hint(_ key: String) -> Markup { kbd(.class("key"), .aria("hidden", "true"), .attr("hidden", "")) { key } }

    var markup: Markup {
        p(.data("keys", ""), .attr("hidden", "")) {
            button(.class("button quiet small"), .type("button"), .aria("pressed", "false")) {
                t("dispatch.keys", ["keys": t.list(keys)])
            }
        }
    }
}
