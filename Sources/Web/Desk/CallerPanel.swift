import Domain
import HTML
import Localization
import UseCases

/// The one who calls, once recognised: how they are reached, what is open, what was, who acts for them.
struct CallerPanel {
    let site: Site
    let screen: CallScreen
    let card: CallerCard

    private var t: Localizer { site.t }
    private var words: RequestWords { RequestWords(site: site) }

    var markup: Markup {
        section(.class("box stack"), .id("appelant"), .aria("labelledby", "appelant-nom")) {
            h2(.id("appelant-nom")) { card.person.fullName }
            ul { for line in reach { li { line } } }
            if let due = card.toTell, site.viewer?.actor.runsDesk == true { toTell(due) }
            if !card.live.isEmpty { requests(t("caller.live", count: card.live.count), card.live) }
            if !card.past.isEmpty { requests(t("caller.past"), card.past) }
            if !card.acting.isEmpty { acting }
            p {
                button(
                    .class("button quiet small"), .type("submit"), .attr("formaction", site.links.callCaller(screen.call)), .name("caller"),
                    .value("")
                ) { t("caller.notThem") }
            }
        }
    }

    private var reach: [Markup] {
        let person = card.person
        return [
            person.phone.map(words.telephone), person.email.map { .text($0.text) }, person.place.map { .text($0) },
            site.facts.neighbourhood(person.neighbourhood).map { .text($0.name) },
            person.bornOn.map { .text(t("caller.bornOn", ["date": $0.typed])) },
        ].compactMap(\.self)
    }

    private func requests(_ title: String, _ list: [HelpRequest]) -> Markup {
        .list([
            h3 { title },
            ul {
                for request in list {
                    li {
                        site.viewer?.actor.mayGuide(request) == true
                            ? a(.class("link"), .href(site.links.guidedRequest(request.id))) { request.reference.text }
                            : .text(request.reference.text)
                        ", \(words.category(request.category)), \(t.shortDate(request.createdAt.milliseconds))\u{A0}: \(words.state(request))"
                    }
                }
            },
        ])
    }

    /// They ring before the desk did: it is told them now.
    private func toTell(_ due: DueCaller) -> Markup {
        div(.class("notice info")) {
            icon("talk")
            div {
                p { t("caller.toTell", ["reasons": t.list(CallBackWords(site: site).reasons(due))]) }
                p(.class("actions")) {
                    button(.class("button secondary small"), .type("submit"), .attr("formaction", site.links.callBack(due.key))) {
                        t("caller.toTell.now")
                    }
                }
            }
        }
    }

    private var acting: Markup {
        .list([
            h3 { t("caller.acting") },
            ul {
                for one in card.acting {
                    li {
                        let name = one.name.isEmpty ? MandateWords(site: site).structure : one.name
                        [name, one.relation.map { t("mandate.relation.\($0.rawValue)") }].compactMap(\.self).joined(separator: ", ")
                    }
                }
            },
        ])
    }
}
