import Domain
import HTML
import Localization
import UseCases

/// One offer, and how asking goes.
struct OfferPage: Page {
    let site: Site
    let offer: PublicOffer

    var title: String { [label, place].compactMap(\.self).joined(separator: ", ") }
    var mainClass: String? { "page sheet" }

    private var category: Domain.Category? { site.facts.category(offer.category) }
    private var label: String { category.map { site.label($0) } ?? "" }
    private var place: String? { site.facts.neighbourhood(offer.neighbourhood)?.name }

    var content: Markup {
        let words = OfferWords(t: t)
        return .list([
            a(.class("back"), .href(links.offers)) {
                icon("arrow-left")
                t("board.offers.all")
            },
            div(.class("page-header")) {
                p { span(.class("badge")) { words.time(offer.time) } }
                h1 { label }
                words.facts(offer, place: place)
            },
            div(.class("stack")) {
                if let text = offer.text { p(.class("lead")) { t("board.quote", ["text": text]) } }
                if let guidance = category?.guidance(site.language) { p { guidance } }
                div(.class("notice info")) {
                    icon("lock")
                    div { p { t("offers.contact") } }
                }
                div(.class("actions")) {
                    a(.class("button large accent"), .href(links.ask(of: offer, category)), .rel("nofollow")) { t("offers.ask") }
                    a(.class("button quiet"), .href(links.offers)) { t("needs.notThisTime") }
                }
                p(.class("meta")) {
                    t("board.doubt")
                    " "
                    a(.href(links.report(offer: offer.id)), .rel("nofollow")) { t("board.report") }
                }
            },
        ])
    }
}
