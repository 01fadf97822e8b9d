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
            requests.isEmpty
                ? empty
                : ul(.class("cards")) {
                    for request in requests { OwnRequestCard(site: site, request: request, path: links.ownRequest(request.id)).markup }
                },
        ])
    }

    private var empty: Markup {
        div(.class("empty")) {
            h2 { t("ownRequests.none") }
            p(.class("actions")) { a(.class("button"), .href(links.ask)) { t("home.ask") } }
        }
    }
}
