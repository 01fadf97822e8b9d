import Domain
import HTML
import Localization
import UseCases

/// The end of a call: each number in large letters, and what to say before hanging up.
struct CallEndPage: Page {
    let site: Site
    let spoken: SpokenCall
    /// Where little can be promised.
    let advice: [ID<HelpRequest>: Capacity.Advice]

    var title: String { isTaken ? noted : t("call.ended.\(spoken.call.ending?.rawValue ?? "")") }
    var mainClass: String? { "page narrow" }

    private var noted: String {
        spoken.requests.count == 1 ? t("call.noted") : t("call.noted.several", ["count": spoken.requests.count])
    }

    private var isTaken: Bool { spoken.call.ending == .requestTaken }

    var content: Markup {
        .list([
            div(.class("panel"), .role("status")) {
                span(.class("window")) { icon("check") }
                h1 { title }
                if !spoken.requests.isEmpty {
                    p { t(spoken.requests.count == 1 ? "call.noted.reference" : "call.noted.references") }
                    for one in spoken.requests { p { strong(.class("reference")) { one.request.reference.text } } }
                }
            },
            spoken.requests.isEmpty ? .empty : aloud,
            .list(spoken.requests.map(further)),
            again,
            p(.class("actions")) {
                if spoken.sheet != nil { a(.class("button"), .href(links.paperEntry)) { t("paper.next") } }
                a(.class(spoken.sheet == nil ? "button" : "button quiet"), .href(links.desk)) { t("call.another") }
                if site.viewer?.actor.isGuide == true { a(.class("button quiet"), .href(links.referent)) { t("referent.tab.todo") } }
            },
        ])
    }

    /// A slip: it was another need than the one that was there already.
    private var again: Markup {
        guard let now = spoken.requests.first?.now, spoken.call.mayBeTakenUpAgain(by: site.viewer?.person.id, now: now) else {
            return .empty
        }
        return HTML.form(.method("post"), .action(links.callAgain(spoken.call.id))) {
            button(.class("button quiet"), .type("submit")) { t("call.joined.undo") }
        }
    }

    /// The promise of each request; what goes for all of them once, at the end.
    private var aloud: Markup {
        let closing = spoken.requests.last.map { SpokenWords(spoken: $0, site: site).closing } ?? []
        return div(.class("notice info")) {
            icon("talk")
            div {
                h2 { t("call.say") }
                for one in spoken.requests {
                    if spoken.requests.count > 1 { h3 { name(one.request) } }
                    p { SpokenWords(spoken: one, site: site).now }
                }
                for sentence in closing { p { sentence } }
            }
        }
    }

    private func name(_ request: HelpRequest) -> String {
        "\(RequestWords(site: site).category(request.category)), \(request.reference.text)"
    }

    private func further(_ one: SpokenRequest) -> Markup {
        .list([
            advice[one.request.id].map { CapacityAdvice(site: site, advice: $0, isSpoken: true).markup } ?? .empty,
            p {
                a(.class("link"), .href(links.confirmation(one.request.id))) {
                    t("confirmation.open")
                    span(.class("visually-hidden")) { "\u{A0}: \(name(one.request))" }
                }
            },
            one.mayDispatch
                ? p {
                    a(.class("link"), .href(links.dispatch(one.request.id))) {
                        t("dispatch.title")
                        span(.class("visually-hidden")) { "\u{A0}: \(name(one.request))" }
                    }
                } : .empty,
            one.mayOpen
                ? p {
                    a(.class("link"), .href(links.guidedRequest(one.request.id))) {
                        t("referent.open")
                        span(.class("visually-hidden")) { "\u{A0}: \(name(one.request))" }
                    }
                } : .empty,
        ])
    }
}

/// A call that somebody else holds: who, and a way on where there is one.
struct HeldCallPage: Page {
    let site: Site
    let call: Call
    let holder: Desk.Holder

    var title: String { t("desk.held") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("desk.held.by", ["name": holder.name, "time": t.time(call.savedAt.milliseconds)]) }
            },
            holder.mayTakeOver
                ? HTML.form(.method("post"), .action(links.callTakenOver(call.id))) {
                    button(.class("button"), .type("submit")) { t("desk.takeOver") }
                } : p { t("desk.held.wait") },
        ])
    }
}
