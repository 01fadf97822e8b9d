import Domain
import HTML
import Localization
import UseCases

/// Cards of needs. What many cards have in common is rendered once for the whole list.
struct NeedCards {
    private enum Part: Int, CaseIterable { case path, window, label, place, distance, way, text, time }

    private struct Kind {
        let label: Markup
        let window: Markup
        let way: Markup
    }

    private let t: Localizer
    private let links: Links
    private let facts: TownFacts
    private let kinds: [ID<Category>: Kind]
    private let times: [RoughTime: Markup]
    private let nowhere: String
    private let card: Stencil

    init(site: Site) {
        let t = site.t
        self.t = t
        links = site.links
        facts = site.facts
        nowhere = t("board.somewhere")
        let remote = NeedFacts.fact("remote", t("board.way.remote")).prerender()
        kinds = Dictionary(
            uniqueKeysWithValues: site.facts.categories.map { category in
                let kind = Kind(
                    label: .text(site.label(category)), window: icon(category.icon).prerender(),
                    way: category.mode == .remote ? remote : .empty)
                return (category.id, kind)
            })
        times = Dictionary(uniqueKeysWithValues: RoughTime.allCases.map { ($0, NeedFacts.badge($0, t).prerender()) })
        card = Self.stencil(help: t("needs.help"))
    }

    func cards(_ rows: [BoardRow<Need>]) -> Markup { card.filled(rows, values) }

    /// In the order of `Part`.
    private func values(_ row: BoardRow<Need>) -> [Markup] {
        let need = row.thing
        let kind = kind(of: row)
        return [
            .text(path(of: row)), kind?.window ?? .empty, kind?.label ?? .empty, .text(place(of: row)),
            row.distance.map { NeedFacts.fact("walk", t.nearness($0)) } ?? .empty,
            kind?.way ?? .empty, row.commune == nil ? need.text.map { text in p { text } } ?? .empty : .empty, times[need.time] ?? .empty,
        ]
    }

    /// Communes of a métropole have categories of their own; the same key is the same kind.
    private func kind(of row: BoardRow<Need>) -> Kind? {
        guard let commune = row.commune else { return kinds[row.thing.category] }
        return commune.category(row.thing.category).flatMap { facts.category(key: $0.key) }.flatMap { kinds[$0.id] }
    }

    /// Beyond the border the commune's name is all that is told.
    private func place(of row: BoardRow<Need>) -> String {
        row.commune?.town.name ?? facts.neighbourhood(row.thing.neighbourhood)?.name ?? nowhere
    }

    private func path(of row: BoardRow<Need>) -> String { (row.commune.map { links.beside($0.town) } ?? links).need(row.thing.id) }

    private static func stencil(help: String) -> Stencil {
        Stencil(Part.allCases.count) { slots in
            func slot(_ part: Part) -> Stencil.Slot { slots[part.rawValue] }
            return li(.class("card")) {
                span(.class("window")) { slot(.window) }
                div {
                    h2(.class("card-title")) { a(.href(slot(.path))) { slot(.label) } }
                    ul(.class("card-facts")) {
                        NeedFacts.fact("pin") { slot(.place) }
                        slot(.distance)
                        slot(.way)
                    }
                    slot(.text)
                }
                p(.class("card-when")) { slot(.time) }
                p(.class("actions")) {
                    a(.class("button small"), .href(slot(.path))) {
                        help
                        span(.class("visually-hidden")) {
                            "\u{A0}: "
                            slot(.label)
                            ", "
                            slot(.place)
                        }
                    }
                }
            }
        }
    }
}

/// The small facts of a need, on its card and on its page.
enum NeedFacts {
    static func fact(_ symbol: String, _ words: String) -> Markup { fact(symbol) { words } }

    static func fact(_ symbol: String, @MarkupBuilder words: () -> Markup) -> Markup {
        li {
            icon(symbol)
            span { words() }
        }
    }

    static func badge(_ time: RoughTime, _ t: Localizer) -> Markup {
        span(.class(time == .today ? "badge today" : "badge")) { t("needs.time.\(time.rawValue)") }
    }
}
