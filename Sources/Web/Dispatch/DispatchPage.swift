import Domain
import HTML
import Localization
import UseCases

/// Who could take a request: the ladder first, which goes on by itself; then whom to ring, to ask or to name, best first.
struct DispatchPage: Page {
    let site: Site
    let board: DispatchBoard
    let state: FormState
    /// What was done a moment ago.
    let done: String?

    var title: String { state.refusal == nil ? t("dispatch.title") : t("form.errorTitle", ["title": t("dispatch.title")]) }
    var ownAssets: Markup { script(src: "/static/keys.js", .type("module")) }

    private var request: HelpRequest { board.request }
    private var words: RequestWords { RequestWords(site: site) }
    private var fields: Fields { Fields(t: t, state: state) }

    private static let acts: Set<String> = ["sollicitation", "oui", "non", "appel", "retrait", "arret"]

    var content: Markup {
        .list([
            board.mayGuide
                ? BackLink(path: links.guidedRequest(request.id), label: t("guided.back")).markup
                : BackLink(path: links.desk, label: t("desk.title")).markup,
            div(.class("page-header")) {
                p(.class("meta")) { request.reference.text }
                h1 { t("dispatch.title") }
                p(.class("lead")) {
                    [words.category(request.category), words.when(request.wanted), words.place(request.neighbourhood)].joined(
                        separator: ", ")
                }
                if !board.askerName.isEmpty { p { t("dispatch.asker", ["name": board.askerName]) } }
            },
            fields.errorSummary,
            done.map { Self.acts.contains($0) ? notice("success", "check", t("dispatch.done.\($0)")) : .empty } ?? .empty,
            running,
            request.status == .open ? hand : .empty,
        ])
    }

    /// What happens if nobody touches anything.
    private var running: Markup {
        section(.class("box tint"), .aria("labelledby", "en-cours")) {
            h2(.id("en-cours")) { t("dispatch.running") }
            p { words.state(request) }
            if request.status == .open {
                if board.asked > 0 { p { t("dispatch.running.helpers", count: board.asked) } }
                if let awaited = board.awaited {
                    p {
                        t(
                            "dispatch.running.organisation",
                            ["name": awaited.name, "deadline": t.deadline(awaited.until.milliseconds, now: board.now.milliseconds)])
                    }
                }
                p { words.clock(request.rungDue, now: board.now) }
                p { t("dispatch.running.lead") }
            }
            if board.isToBeTold {
                p(.class("actions")) { a(.class("button"), .href(links.dispatchTold(request.id))) { t("dispatch.told") } }
            }
        }
    }

    private var hand: Markup {
        .list([
            board.isNight ? notice("info", "clock", t("dispatch.night")) : .empty,
            DispatchCalling(site: site, board: board, contact: state["contact"]).markup,
            found,
            section(.class("stack section"), .id("prendre-la-main"), .tabindex(-1), .aria("labelledby", "possibles")) {
                h2(.id("possibles")) { t("dispatch.hand") }
                p(.class("hint")) { t("dispatch.order") }
                if board.suggestions.isEmpty {
                    p(.class("empty")) { t("dispatch.none") }
                } else {
                    list(board.suggestions, "suggestions")
                }
            },
            search,
            p { a(.class("link"), .href("\(links.phoneHelper)?demande=\(request.id.text)")) { t("phoneHelper.link") } },
        ])
    }

    private var found: Markup {
        guard let found = board.found else { return .empty }
        return section(.class("stack section"), .aria("labelledby", "trouvee")) {
            h2(.id("trouvee")) { t("assign.found") }
            if found.isEmpty { p { t("dispatch.found.none") } } else { list(found.map(DispatchSuggestion.helper), "trouvees") }
        }
    }

    /// One form, so that several are asked at once; each button of a line leads where it says.
    private func list(_ suggestions: [DispatchSuggestion], _ id: String) -> Markup {
        HTML.form(.method("post"), .action(links.dispatchAsks(request.id)), .id(id)) {
            HTML.input(.type("hidden"), .name("contact"), .value(state["contact"]))
            ul(.class("todo")) {
                for suggestion in suggestions {
                    switch suggestion {
                    case .helper(let one): SuggestedHelperLine(site: site, board: board, helper: one, state: state).markup
                    case .organisation(let one): SuggestedOrganisationLine(site: site, board: board, organisation: one).markup
                    }
                }
            }
            if suggestions.contains(where: { $0.helper?.mayBeAsked == true }) {
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("dispatch.ask") } }
            }
        }
    }

    private var search: Markup {
        section(.class("stack section"), .aria("labelledby", "chercher")) {
            h2(.id("chercher")) { t("assign.search") }
            HTML.form(.method("post"), .action(links.dispatchSearch(request.id)), .attr("novalidate", "")) {
                fields.input("contact", t("assign.contact"), hint: t("assign.contact.hint"), autocomplete: "off", maxlength: 254)
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("assign.find") } }
            }
        }
    }
}
