import Domain
import HTML
import Localization
import UseCases

/// The public list of offers: kind, quartier, days in words. No name.
struct OffersPage: Page {
    let board: BoardParts
    let rows: [BoardRow<PublicOffer>]
    let next: String?

    var site: Site { board.site }
    var title: String { t("board.offers.title") }

    var content: Markup {
        .list([board.header, board.tabs, board.filters, board.nearLine, rows.isEmpty && next == nil ? none : list])
    }

    private var list: Markup {
        .list([
            p(.class("actions")) { a(.class("button accent"), .href(links.newOffer)) { t("offers.propose") } },
            ul(.class("cards")) { rows.map(card) },
            board.pagination(next: next),
        ])
    }

    private func card(_ row: BoardRow<PublicOffer>) -> Markup {
        let offer = row.thing
        let category = (row.commune ?? site.facts).category(offer.category)
        let label = category.map { site.label($0) } ?? ""
        // Beyond the border the commune's name is all that is told.
        let place = row.commune?.town.name ?? site.facts.neighbourhood(offer.neighbourhood)?.name
        let links = row.commune.map { site.links.beside($0.town) } ?? site.links
        let words = OfferWords(t: t)
        return li(.class("card offer")) {
            span(.class("window")) { icon(category?.icon ?? "heart") }
            div {
                h2(.class("card-title")) { a(.href(links.offer(offer.id))) { label } }
                words.facts(offer, place: place, distance: row.distance)
                if row.commune == nil, let text = offer.text { p { t("board.quote", ["text": text]) } }
            }
            p(.class("card-when")) { span(.class("badge")) { words.time(offer.time) } }
            p(.class("actions")) {
                a(.class("button small accent"), .href(links.ask(of: offer, category)), .rel("nofollow")) {
                    t("offers.ask")
                    span(.class("visually-hidden")) { "\u{A0}: " + [label, place].compactMap(\.self).joined(separator: ", ") }
                }
            }
        }
    }

    private var none: Markup {
        board.empty { a(.class("button"), .href(links.ask)) { t("home.ask") } }
    }
}

extension Links {
    /// The asking form, with the kind of help and the offer in mind.
    func ask(of offer: PublicOffer, _ category: Domain.Category?) -> String {
        "\(ask)?category=\(category?.key ?? "")&proposition=\(offer.id.text)"
    }
}
