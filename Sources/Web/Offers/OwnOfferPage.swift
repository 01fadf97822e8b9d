import Domain
import HTML
import Localization
import UseCases

/// Changing the words or the quartier of one's offer.
struct OwnOfferPage: Page {
    let site: Site
    let item: OwnOffers.Item
    let state: FormState
    let now: Moment
    var isAppealed = false

    var title: String { state.refusal == nil ? heading : t("form.errorTitle", ["title": heading]) }
    private var heading: String { site.label(item.category) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            a(.class("back"), .href(links.ownOffers)) {
                icon("arrow-left")
                t("ownOffers.title")
            },
            fields.errorSummary, isAppealed ? AppealNotice(t: t).markup : .empty,
            form(.method("post"), .action(links.ownOffer(item.offer.id)), .attr("novalidate", "")) {
                div(.class("question")) {
                    h1 { heading }
                    p(.class("hint")) { t("ownOffer.hint") }
                    fields.area("details", t("offer.details"), hint: t("offer.details.hint"), optional: true, maxlength: 300, rows: 3)
                    if !site.facts.neighbourhoods.isEmpty {
                        fields.choice(
                            "neighbourhood", t("ask.place.neighbourhood"),
                            site.facts.neighbourhoods.map { ($0.slug, $0.name) } + [("unknown", t("ask.place.unknown"))])
                    }
                }
                div(.class("actions")) { button(.class("button accent"), .type("submit")) { t("ownOffer.save") } }
            },
            textState,
            p(.class("actions")) {
                a(.class("button quiet danger"), .href(links.withdrawal(item.offer.id))) { t("ownOffer.withdraw") }
            },
        ])
    }

    private var textState: Markup {
        guard item.offer.details != nil else { return .empty }
        return TextState(
            site: site, review: item.offer.review, decision: item.decision, now: now, appeal: links.offerAppeal(item.offer.id)
        ).markup
    }
}

/// « Retirer cette proposition ? »
struct OfferWithdrawalPage: Page {
    let site: Site
    let item: OwnOffers.Item

    var title: String { t("ownOffer.withdraw.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.ownOffer(item.offer.id))) {
                icon("arrow-left")
                t("form.back")
            },
            div(.class("question")) {
                h1 { title }
                p { t("ownOffer.withdraw.words", ["category": site.label(item.category)]) }
            },
            form(.method("post"), .action(links.withdrawal(item.offer.id))) {
                div(.class("actions")) {
                    button(.class("button secondary danger"), .type("submit")) { t("ownOffer.withdraw") }
                    a(.class("button quiet"), .href(links.ownOffers)) { t("ownOffer.keep") }
                }
            },
        ])
    }
}
