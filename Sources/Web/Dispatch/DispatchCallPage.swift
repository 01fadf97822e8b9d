import Domain
import HTML
import Localization
import UseCases

/// The number, the words to say, and what came of it in one key.
struct DispatchCallPage: Page {
    let site: Site
    let opened: OpenedDispatchCall
    let state: FormState

    var title: String { state.refusal == nil ? heading : t("form.errorTitle", ["title": heading]) }
    var mainClass: String? { "page sheet" }
    var ownAssets: Markup { script(src: "/static/keys.js", .type("module")) }

    private var heading: String { t("calls.title.one", ["name": opened.helper.shownName]) }
    private var words: RequestWords { RequestWords(site: site) }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            BackLink(path: links.dispatch(opened.request.id), label: t("dispatch.title")).markup,
            div(.class("page-header")) {
                p(.class("meta")) { "\(words.category(opened.request.category)), \(opened.request.reference.text)" }
                h1 { heading }
                if let phone = opened.helper.phone { p(.class("lead")) { words.telephone(phone) } }
                p(.class("meta")) { facts }
            },
            fields.errorSummary,
            opened.isWanted ? .empty : notice("warning", "warning", t("dispatch.taken")),
            aloud,
            outcome, stop,
        ])
    }

    private var facts: String {
        [
            t("calls.speaks", ["language": t("language.\(opened.helper.language)")]), t("calls.attempts", count: opened.attempts),
            t("dispatch.held", ["time": t.time((opened.call.begunAt + DispatchCall.hold).milliseconds)]),
        ].joined(separator: ", ")
    }

    private var aloud: Markup {
        div(.class("notice info")) {
            icon("talk")
            div {
                h2 { t("calls.say") }
                p { t("calls.script.hello", ["name": site.viewer?.person.firstName ?? "", "town": site.town.name]) }
                p {
                    t(
                        "dispatch.script",
                        [
                            "category": words.category(opened.request.category), "place": words.place(opened.request.neighbourhood),
                            "when": words.when(opened.request.wanted),
                        ])
                }
            }
        }
    }

    private var outcome: Markup {
        section(.class("stack"), .aria("labelledby", "reponse")) {
            h2(.id("reponse")) { t("calls.answer") }
            HTML.form(.method("post"), .action(links.dispatchCall(opened.call.id)), .attr("novalidate", "")) {
                div(.class("actions"), .id("result")) {
                    if opened.isWanted { choice(.yes, "o", primary: true) }
                    choice(.no, "n")
                    choice(.message, "m")
                    choice(.unreached, "p")
                }
                fields.input("again", t("dispatch.again"), hint: t("dispatch.again.hint"), autocomplete: "off", maxlength: 5, short: true)
                div(.class("actions")) { choice(.later, "r") }
            }
            QuickKeys(t: t, keys: opened.isWanted ? ["o", "n", "m", "p", "r"] : ["n", "m", "p", "r"]).markup
        }
    }

    /// Whoever has an account says it there.
    private var stop: Markup {
        guard !opened.helper.hasAccount else { return .empty }
        return details {
            summary { t("dispatch.stop") }
            p { t("dispatch.stop.lead") }
            ButtonForm(action: links.dispatchStop(opened.call.id), label: t("dispatch.stop.button"), style: "button danger").markup
        }
    }

    /// The hour is asked for first where a key means « later ».
    private func choice(_ result: DispatchCall.Result, _ key: String, primary: Bool = false) -> Markup {
        button(
            .class(primary ? "button" : "button secondary"), .type("submit"), .name("result"), .value(result.rawValue),
            .data("key", key), .aria("keyshortcuts", key), .data("first", result == .later ? "again" : nil)
        ) {
            t("dispatch.note.\(result.rawValue)")
            QuickKeys.hint(key)
        }
    }
}
