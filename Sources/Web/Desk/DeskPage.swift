import Domain
import HTML
import Localization
import UseCases

/// The phone desk between two calls: begin one, go on with one, find a request by its number, and what is open.
struct DeskPage: Page {
    let site: Site
    let board: Desk.Board
    let atDesk: HandingOver.AtDesk
    /// What was just done: `attente`, `promis`, `passation`.
    let done: String?
    /// Whom to ring, for whoever runs the desk.
    var calls: CallingBack.Board?

    var title: String { t("desk.title") }
    var ownAssets: Markup { DeskVeil.assets(calls == nil ? [] : ["ring"]) }

    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("desk.lead") }
            },
            done == "attente" ? notice("success", "check", t("desk.kept.done")) : .empty,
            done == "promis" ? notice("success", "check", t("callBacks.promised")) : .empty,
            WaitingConcerns(site: site, count: board.concerns).markup,
            done == "passation" ? notice("success", "check", t("handOver.done")) : .empty,
            AtDesk(site: site, desk: atDesk).words,
            AtDesk(site: site, desk: atDesk).bar,
            div(.class("split")) {
                BeginCall(site: site, number: "").markup
                lookup
            },
            calls.map { DueBox(site: site, board: $0).markup } ?? .empty,
            bell,
            lines("own", board.own) { line in
                a(.class("button small"), .href(links.call(line.call.id))) { t("desk.goOn") }
            },
            lines("kept", board.kept) { line in
                HTML.form(.method("post"), .action(links.callTakenOver(line.call.id))) {
                    button(.class("button secondary small"), .type("submit")) { t("desk.takeOver") }
                }
            },
            requests,
            p { a(.class("link"), .href(links.phoneHelper)) { t("phoneHelper.link") } },
            Emergency(t: t).markup,
            DeskVeil(t: t).markup,
        ])
    }

    private var lookup: Markup {
        section(.class("box"), .aria("labelledby", "retrouver")) {
            h2(.id("retrouver")) { t("lookup.title") }
            HTML.form(.method("get"), .action(links.deskLookup), .role("search"), .aria("labelledby", "retrouver")) {
                Fields(t: t, state: FormState()).input(
                    "reference", t("lookup.reference"), hint: t("lookup.hint"), autocomplete: "off", maxlength: 20, short: true)
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("lookup.search") } }
            }
        }
    }

    /// Shown by the script, which is what rings.
    private var bell: Markup {
        div(.class("actions")) {
            if calls != nil {
                button(.class("button quiet small"), .type("button"), .data("bell", ""), .aria("pressed", "false"), .attr("hidden", "")) {
                    icon("clock")
                    t("callBacks.bell")
                }
            }
            a(.class("button quiet small"), .href(links.newCallBack)) { t("callBacks.new") }
        }
    }

    private func lines(_ name: String, _ lines: [Desk.Line], action: (Desk.Line) -> Markup) -> Markup {
        guard !lines.isEmpty else { return .empty }
        return section(.class("stack section"), .aria("labelledby", name)) {
            h2(.id(name)) { t("desk.section.\(name)") }
            ul(.class("todo")) {
                for line in lines {
                    li(.class(line.call.state == .kept ? "soon" : nil)) {
                        div {
                            h3 { t("desk.call", ["time": t.dateTime(line.call.begunAt.milliseconds)]) }
                            p(.class("meta")) { facts(of: line, showsHolder: name == "kept") }
                        }
                        div(.class("actions")) { action(line) }
                    }
                }
            }
        }
    }

    private func facts(of line: Desk.Line, showsHolder: Bool) -> String {
        let needs = line.form.filled.compactMap { need in
            site.facts.categories.first { $0.key == line.form[CallForm.name("category", need)] }.map { site.label($0) }
        }
        let holder = showsHolder ? t("desk.holder", ["name": line.holderName]) : nil
        return [t("desk.state.\(line.call.state.rawValue)"), holder, needs.isEmpty ? nil : t.list(needs)].compactMap(\.self)
            .joined(separator: ", ")
    }

    private var requests: Markup {
        section(.class("stack section"), .aria("labelledby", "demandes")) {
            h2(.id("demandes")) { t("desk.section.requests") }
            if board.requests.isEmpty {
                p(.class("empty")) { t("desk.requests.none") }
            } else {
                HTML.table(.class("rows")) {
                    caption { span(.class("visually-hidden")) { t("desk.section.requests") } }
                    thead { tr { for column in Self.columns { th(.scope("col")) { t(column) } } } }
                    tbody { for request in board.requests { row(request) } }
                }
            }
        }
    }

    private static let columns = [
        "referent.column.reference", "referent.column.need", "referent.column.place", "desk.column.state", "referent.column.clock",
    ]

    private func row(_ request: HelpRequest) -> Markup {
        tr {
            th(.scope("row")) { a(.href("\(links.deskLookup)?reference=\(request.reference.text)")) { request.reference.text } }
            td(.data("label", t("referent.column.need"))) { words.category(request.category) }
            td(.data("label", t("referent.column.place"))) { words.place(request.neighbourhood) }
            td(.data("label", t("desk.column.state"))) {
                words.state(request)
                if request.status == .open, site.viewer?.actor.mayDispatch(request) == true {
                    div {
                        a(.class("link"), .href(links.dispatch(request.id))) {
                            t("dispatch.title")
                            span(.class("visually-hidden")) { "\u{A0}: \(request.reference.text)" }
                        }
                    }
                }
            }
            td(.data("label", t("referent.column.clock"))) {
                request.status == .matched ? .empty : words.clock(request.rungDue, now: board.now)
            }
        }
    }
}

/// The number may stay empty: who withholds theirs is served too.
struct BeginCall {
    let site: Site
    let number: String

    var markup: Markup {
        let t = site.t
        return section(.class("box tint"), .aria("labelledby", "commencer")) {
            h2(.id("commencer")) { t("desk.begin") }
            HTML.form(.method("post"), .action(site.links.calls), .attr("novalidate", "")) {
                Fields(t: t, state: FormState(["numero": number]), marksOptional: false).input(
                    "numero", t("desk.number"), kind: .tel, hint: t("desk.number.hint"), optional: true, autocomplete: "off", maxlength: 40)
                div(.class("actions")) {
                    button(.class("button"), .type("submit")) {
                        icon("phone")
                        t("desk.begin")
                    }
                }
            }
        }
    }
}

/// Where a telephony link leads: the number is there, one press begins.
struct NewCallPage: Page {
    let site: Site
    let number: String

    var title: String { t("desk.begin") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            div(.class("page-header")) { h1 { t("desk.incoming") } },
            BeginCall(site: site, number: number).markup,
        ])
    }
}
