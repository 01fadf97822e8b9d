import Domain
import HTML
import Localization
import UseCases

/// One's own requests, with their state in words.
struct OwnRequestsPage: Page {
    let site: Site
    let requests: [HelpRequest]

    var title: String { t("ownRequests.title") }

    var content: Markup {
        .list([
            div(.class("page-header")) { h1 { title } },
            AccountParts(site: site, done: nil).tabs,
            requests.isEmpty ? empty : ul(.class("cards")) { for request in requests { card(request) } },
        ])
    }

    private var empty: Markup {
        div(.class("empty")) {
            h2 { t("ownRequests.none") }
            p(.class("actions")) { a(.class("button"), .href(links.ask)) { t("home.ask") } }
        }
    }

    private func card(_ request: HelpRequest) -> Markup {
        let category = site.facts.category(request.category)
        return li(.class("card")) {
            span(.class("window")) { icon(category?.icon ?? "heart") }
            div {
                h2(.class("card-title")) {
                    a(.href(links.ownRequest(request.id))) { category.map { site.label($0) } ?? request.reference.text }
                }
                ul(.class("card-facts")) {
                    li {
                        icon("list")
                        span { t("ownRequests.reference", ["reference": request.reference.text]) }
                    }
                    li {
                        icon("calendar")
                        span { t("ownRequests.asked", ["date": t.date(request.createdAt.milliseconds)]) }
                    }
                }
            }
            p(.class("card-when")) { span(.class("badge\(badge(request))")) { state(request) } }
        }
    }

    private func state(_ request: HelpRequest) -> String {
        switch request.status {
        case .awaitingAgreement: t("ownRequests.state.agreement")
        case .open: t(request.rung == .helpers ? "tracking.asking" : "ownRequests.state.owner")
        case .matched: t("tracking.matched")
        case .closed: t("tracking.closed")
        case .cancelled: t("tracking.cancelled")
        }
    }

    private func badge(_ request: HelpRequest) -> String {
        switch request.status {
        case .awaitingAgreement, .open: ""
        case .matched: " success"
        case .closed, .cancelled: " off"
        }
    }
}
