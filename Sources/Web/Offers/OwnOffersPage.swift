import Domain
import HTML
import Localization
import UseCases

/// What I offer, and how it stands: seen, resting, or what is still missing before the public sees it.
struct OwnOffersPage: Page {
    let site: Site
    let items: [OwnOffers.Item]
    /// What was just done, from the address; unknown words say nothing.
    let done: String?

    private static let words = ["proposition", "modification", "pause", "reprise", "retrait", "maintien"]

    var title: String { t("ownOffers.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("ownOffers.lead") }
            },
            AccountParts(site: site, done: nil).tabs, notice,
            items.isEmpty ? p { t("ownOffers.none") } : ul(.class("todo")) { items.map(row) },
            p(.class("actions")) {
                a(.class("button accent"), .href(links.newOffer)) { t("offers.propose") }
                " "
                a(.class("button secondary"), .href(links.availability)) { t("ownOffers.availability") }
            },
        ])
    }

    private var notice: Markup {
        guard let done, Self.words.contains(done) else { return .empty }
        return div(.class("notice success"), .role("status")) {
            icon("check")
            div { p { t("ownOffers.done.\(done)") } }
        }
    }

    private func row(_ item: OwnOffers.Item) -> Markup {
        let offer = item.offer
        let label = site.label(item.category)
        return li {
            div {
                p { badge(item) }
                h2 { a(.href(links.ownOffer(offer.id))) { label } }
                if let place = site.facts.neighbourhood(offer.neighbourhood)?.name { p(.class("meta")) { place } }
                if let details = offer.details { p { t("board.quote", ["text": details]) } }
                if offer.details != nil { p(.class("meta")) { t("ownOffers.review.\(offer.review.rawValue)") } }
                if item.isEnding { p { t("ownOffers.ending") } }
                if offer.status == .reserved { p { t("ownOffers.reserved.words") } }
                if let obstacle = item.obstacle { Obstacle(site: site, refusal: obstacle).markup }
            }
            div(.class("actions")) {
                a(.class("button small secondary"), .href(links.ownOffer(offer.id))) {
                    t("ownOffers.edit")
                    span(.class("visually-hidden")) { "\u{A0}: " + label }
                }
                if item.isEnding { act(links.keeping(offer.id), "keep", label) }
                if offer.status == .active {
                    act(links.pause(offer.id), "pause", label)
                } else {
                    act(links.endOfPause(offer.id), offer.status == .reserved ? "show" : "resume", label)
                }
            }
        }
    }

    private func badge(_ item: OwnOffers.Item) -> Markup {
        if item.offer.status == .paused { return span(.class("badge off")) { t("ownOffers.paused") } }
        if item.offer.status == .reserved { return span(.class("badge off")) { t("ownOffers.reserved") } }
        if item.obstacle != nil { return span(.class("badge warning")) { t("ownOffers.hidden") } }
        return span(.class("badge success")) { t("ownOffers.active") }
    }

    private func act(_ path: String, _ key: String, _ label: String) -> Markup {
        form(.method("post"), .action(path)) {
            button(.class("button small quiet"), .type("submit")) {
                t("ownOffers.\(key)")
                span(.class("visually-hidden")) { "\u{A0}: " + label }
            }
        }
    }
}

/// Why somebody may not help yet, and where that is mended.
struct Obstacle {
    let site: Site
    let refusal: Refusal
    /// Where to come back to.
    var back: String?

    var markup: Markup {
        div(.class("notice warning")) {
            icon("warning")
            div {
                p { site.t(refusal.key, refusal.arguments) }
                if let (path, key) = way {
                    p { a(.class("link"), .href(path + (back.map { "?retour=\(Query.encoded($0))" } ?? ""))) { site.t(key) } }
                }
            }
        }
    }

    private var way: (path: String, key: String)? {
        switch refusal.key {
        case "refusal.tierCharter": return (site.links.charter, "helping.charter")
        case "refusal.tierMeeting": return (site.links.availability, "helping.meeting")
        case "refusal.stopped": return (site.links.ownStop, "stop.link")
        case "refusal.notHelper", "refusal.parentalAuthorisation": return (site.links.availability, "helping.availability")
        default: return nil
        }
    }
}
