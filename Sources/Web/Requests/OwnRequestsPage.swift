import Domain
import HTML
import Localization
import UseCases

/// The requests of the person signed in, each a way to its page.
struct OwnRequestsPage: Page {
    let site: Site
    let requests: [HelpRequest]

    var title: String { t("ownRequests.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            div(.class("page-header")) { h1 { title } },
            requests.isEmpty ? p(.class("lead")) { t("ownRequests.none") } : list,
            p(.class("actions")) { a(.class("button"), .href(links.ask)) { t("home.ask") } },
        ])
    }

    private var list: Markup {
        ul(.class("cards")) {
            for request in requests { card(request) }
        }
    }

    private func card(_ request: HelpRequest) -> Markup {
        let category = site.facts.category(request.category)
        return li(.class("card")) {
            span(.class("window")) { icon(category?.icon ?? "heart") }
            div {
                h2(.class("card-title")) { a(.href(links.ownRequest(request.id))) { category.map { site.label($0) } ?? "" } }
                p(.class("meta")) { "\(request.reference.text), \(t.date(request.createdAt.milliseconds))" }
            }
            p(.class("card-when")) { span(.class(request.isLive ? "badge" : "badge off")) { t("ownRequests.\(request.status.rawValue)") } }
        }
    }
}
