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
            .list(spoken.requests.map(words)),
            p(.class("actions")) {
                a(.class("button"), .href(links.desk)) { t("call.another") }
                if site.viewer?.actor.isGuide == true { a(.class("button quiet"), .href(links.referent)) { t("referent.tab.todo") } }
            },
        ])
    }

    private func words(_ one: SpokenRequest) -> Markup {
        let category = RequestWords(site: site).category(one.request.category)
        return section(.class("stack section"), .aria("labelledby", one.request.reference.text)) {
            h2(.id(one.request.reference.text)) { "\(category), \(one.request.reference.text)" }
            SpokenNotice(site: site, spoken: one).markup
            advice[one.request.id].map { CapacityAdvice(site: site, advice: $0, isSpoken: true).markup } ?? .empty
            if one.mayOpen {
                p { a(.class("link"), .href(links.guidedRequest(one.request.id))) { t("referent.open") } }
            }
        }
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
