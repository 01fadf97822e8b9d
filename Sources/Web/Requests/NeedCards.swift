import Domain
import HTML
import Localization
import UseCases

/// Cards of needs. What many cards have in common is rendered once for the whole list.
struct NeedCards {
    private struct Kind {
        let label: String
        let window: Markup
        let way: Markup
    }

    private let links: Links
    private let kinds: [ID<Category>: Kind]
    private let times: [RoughTime: Markup]
    private let facts: TownFacts
    private let nowhere: String
    private let help: Markup

    init(site: Site) {
        let t = site.t
        links = site.links
        facts = site.facts
        nowhere = t("board.somewhere")
        help = .text(t("needs.help"))
        let remote = NeedFacts.fact("remote", t("board.way.remote")).prerender()
        kinds = Dictionary(
            uniqueKeysWithValues: site.facts.categories.map { category in
                let kind = Kind(
                    label: site.label(category), window: span(.class("window")) { icon(category.icon) }.prerender(),
                    way: category.mode == .remote ? remote : .empty)
                return (category.id, kind)
            })
        times = Dictionary(uniqueKeysWithValues: RoughTime.allCases.map { ($0, NeedFacts.badge($0, t).prerender()) })
    }

    func card(_ need: Need) -> Markup {
        let kind = kinds[need.category]
        let label = kind?.label ?? ""
        let place = facts.neighbourhood(need.neighbourhood)?.name ?? nowhere
        let path = links.need(need.id)
        return li(.class("card")) {
            kind?.window
            div {
                h2(.class("card-title")) { a(.href(path)) { label } }
                ul(.class("card-facts")) {
                    NeedFacts.fact("pin", place)
                    kind?.way
                }
                if let text = need.text { p { text } }
            }
            p(.class("card-when")) { times[need.time] }
            p(.class("actions")) {
                a(.class("button small"), .href(path)) {
                    help
                    span(.class("visually-hidden")) { "\u{A0}: \(label), \(place)" }
                }
            }
        }
    }
}

/// The small facts of a need, on its card and on its page.
enum NeedFacts {
    static func fact(_ symbol: String, _ words: String) -> Markup {
        li {
            icon(symbol)
            span { words }
        }
    }

    static func badge(_ time: RoughTime, _ t: Localizer) -> Markup {
        span(.class(time == .today ? "badge today" : "badge")) { t("needs.time.\(time.rawValue)") }
    }
}
