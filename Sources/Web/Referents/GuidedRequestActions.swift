import Domain
import HTML
import Localization
import UseCases

/// What the referent can do now; each has its own page or button.
struct GuidedRequestActions {
    let site: Site
    let opened: OpenedRequest

    private var t: Localizer { site.t }
    private var links: Links { site.links }
    private var request: HelpRequest { opened.request }

    var markup: Markup {
        guard request.isLive else { return .empty }
        return section(.class("stack"), .aria("labelledby", "faire")) {
            h2(.id("faire")) { t("guided.actions") }
            div(.class("actions")) {
                for call in opened.calls { ring(call) }
                switch request.status {
                case .awaitingAgreement: link(links.agreement(request.id), "guided.act.agreement")
                case .open:
                    link(links.dispatch(request.id), "dispatch.title")
                    if isGuided, !request.rung.asksHelpers { restart }
                    link(links.guidedOutcome(request.id), "guided.act.outcome", secondary: true)
                default:
                    if let helper = opened.helper, !helper.isMailed {
                        link(links.dispatchTold(request.id), "dispatch.told", secondary: true)
                    }
                    link(links.guidedOutcome(request.id), "guided.act.outcome")
                }
                if isGuided { link(links.guidedCancellation(request.id), "guided.act.cancel", secondary: true, danger: true) }
            }
            p { a(.class("link"), .href(links.newConcern(.request(request.id)))) { t("concern.new") } }
            if isGuided { owner }
        }
    }

    /// An operator with somebody on the telephone does what is asked of them, no more.
    private var isGuided: Bool { site.viewer?.actor.mayGuide(request) == true }

    private func ring(_ call: RingBack) -> Markup {
        a(.class("button secondary"), .href(links.ringBack(call.id))) {
            icon("phone")
            t("calls.reason.\(call.reason.rawValue)")
        }
    }

    private func link(_ path: String, _ key: String, secondary: Bool = false, danger: Bool = false) -> Markup {
        a(.class("button\(secondary ? " secondary" : "")\(danger ? " danger" : "")"), .href(path)) { t(key) }
    }

    private var restart: Markup {
        HTML.form(.method("post"), .action(links.guidedRestart(request.id))) {
            button(.class("button secondary"), .type("submit")) { t("guided.act.restart") }
        }
    }

    private var owner: Markup {
        let others = opened.guides.filter { $0.id != opened.owner.id }
        guard !others.isEmpty else { return .empty }
        let fields = Fields(t: t, state: FormState())
        return details {
            summary { t("guided.act.hand") }
            HTML.form(.method("post"), .action(links.guidedOwner(request.id))) {
                fields.choice("owner", t("guided.newOwner"), others.map { ($0.id.text, $0.name) }, hint: t("guided.newOwner.hint"))
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("guided.hand") } }
            }
        }
    }
}
