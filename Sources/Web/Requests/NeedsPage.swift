import Domain
import HTML
import Localization
import UseCases

/// The public list of needs: kind, quartier, roughly when. Neither name nor address, and no text that a moderator has not read.
struct NeedsPage: Page {
    let board: BoardParts
    let rows: [BoardRow<Need>]
    let next: String?

    var site: Site { board.site }
    var title: String { t("board.needs.title") }

    var content: Markup {
        .list([board.header, board.tabs, board.filters, board.nearLine, rows.isEmpty && next == nil ? none : list])
    }

    private var list: Markup {
        .list([
            p(.class("meta")) { t("needs.protection") },
            ul(.class("cards")) { NeedCards(site: site).cards(rows) },
            board.pagination(next: next),
        ])
    }

    private var none: Markup {
        board.empty { a(.class("button accent"), .href(links.newOffer)) { t("offers.propose") } }
    }
}
