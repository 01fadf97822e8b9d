import Domain
import HTML
import Localization
import UseCases

/// A request in a list, with its state in words.
struct OwnRequestCard {
    let site: Site
    let request: HelpRequest
    let path: String

    private var t: Localizer { site.t }

    var markup: Markup {
        let category = site.facts.category(request.category)
        return li(.class("card")) {
            span(.class("window")) { icon(category?.icon ?? "heart") }
            div {
                h2(.class("card-title")) {
                    a(.href(path)) { category.map { site.label($0) } ?? request.reference.text }
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
            p(.class("card-when")) { span(.class("badge\(badge)")) { state } }
        }
    }

    private var state: String {
        switch request.status {
        case .awaitingAgreement: t("ownRequests.state.agreement")
        case .open: t(!request.rung.isInPerson ? "tracking.asking" : "ownRequests.state.owner")
        case .matched: t("tracking.matched")
        case .closed: t("tracking.closed")
        case .cancelled: t("tracking.cancelled")
        }
    }

    private var badge: String {
        switch request.status {
        case .awaitingAgreement, .open: ""
        case .matched: " success"
        case .closed, .cancelled: " off"
        }
    }
}
