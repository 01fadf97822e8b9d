import Domain
import HTML
import Localization
import UseCases

/// The public list of needs: kind, quartier, roughly when. Neither name nor address, and no text that a moderator has not read.
struct NeedsPage: Page {
    let site: Site
    let filter: PublicFilter
    let page: ListPage<Need, HelpRequest>

    var title: String { t("board.needs.title") }

    var content: Markup {
        let parts = BoardParts(site: site, side: .needs, filter: filter)
        return .list([parts.header, parts.tabs, parts.filters, page.items.isEmpty && page.next == nil ? none(parts) : list(parts)])
    }

    private func list(_ parts: BoardParts) -> Markup {
        .list([
            p(.class("meta")) { t("needs.protection") },
            ul(.class("cards")) { NeedCards(site: site).cards(page.items) },
            parts.pagination(next: page.next?.text),
        ])
    }

    private func none(_ parts: BoardParts) -> Markup {
        parts.empty { a(.class("button accent"), .href(links.newOffer)) { t("offers.propose") } }
    }
}
