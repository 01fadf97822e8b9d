import Domain
import HTML
import Localization
import UseCases

/// The public list of offers: kind, quartier, days in words. No name.
struct OffersPage: Page {
    let site: Site
    let filter: PublicFilter
    let page: ListPage<PublicOffer, Offer>

    var title: String { t("board.offers.title") }

    var content: Markup {
        let parts = BoardParts(site: site, side: .offers, filter: filter)
        return .list([parts.header, parts.tabs, parts.filters, page.items.isEmpty && page.next == nil ? none(parts) : list(parts)])
    }

    private func list(_ parts: BoardParts) -> Markup {
        .list([
            p(.class("actions")) { a(.class("button accent"), .href(links.newOffer)) { t("offers.propose") } },
            ul(.class("cards")) { page.items.map(card) },
            parts.pagination(next: page.next?.text),
        ])
    }

    private func card(_ offer: PublicOffer) -> Markup {
        let category = site.facts.category(offer.category)
        let label = category.map { site.label($0) } ?? ""
        let place = site.facts.neighbourhood(offer.neighbourhood)?.name
        let words = OfferWords(t: t)
        return li(.class("card offer")) {
            span(.class("window")) { icon(category?.icon ?? "heart") }
            div {
                h2(.class("card-title")) { a(.href(links.offer(offer.id))) { label } }
                words.facts(offer, place: place)
                if let text = offer.text { p { t("board.quote", ["text": text]) } }
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

    private func none(_ parts: BoardParts) -> Markup {
        parts.empty { a(.class("button"), .href(links.ask)) { t("home.ask") } }
    }
}

extension Links {
    /// The asking form, with the kind of help and the offer in mind.
    func ask(of offer: PublicOffer, _ category: Domain.Category?) -> String {
        "\(ask)?category=\(category?.key ?? "")&proposition=\(offer.id.text)"
    }
}
