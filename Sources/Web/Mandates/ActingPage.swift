import Domain
import HTML
import Localization
import UseCases

/// What one may do in somebody's name: ask, and follow what they asked for.
struct ActingPage: Page {
    let site: Site
    let line: Mandating.Line
    let requests: [HelpRequest]
    let done: String?

    var title: String { t("acting.title", ["name": line.represented.shownName]) }

    private var mandate: Mandate { line.mandate }

    var content: Markup {
        let words = MandateWords(site: site)
        return .list([
            mandate.kind == .proxy
                ? BackLink(path: links.ownMandates, label: t("mandates.title")).markup
                : BackLink(path: links.guidedMandates, label: t("guidedMandates.title")).markup,
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("acting.lead", ["powers": words.powers(mandate), "date": words.date(mandate.endsAt)]) }
            },
            MandateNotice(t: t, done: done).markup,
            mandate.powers.contains(.ask)
                ? p(.class("actions")) { a(.class("button"), .href(links.askUnder(mandate.id))) { t("acting.ask") } } : .empty,
            mandate.powers.contains(.follow) ? list : .empty,
        ])
    }

    private var list: Markup {
        section(.class("stack section"), .aria("labelledby", "demandes")) {
            h2(.id("demandes")) { t("acting.requests") }
            if requests.isEmpty { p { t("acting.none") } }
            ul(.class("cards")) {
                for request in requests {
                    OwnRequestCard(
                        site: site, request: request, path: TrackingLinks(links, under: mandate.id, request.id).root
                    ).markup
                }
            }
        }
    }
}
