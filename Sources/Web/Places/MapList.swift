import Domain
import Geography
import HTML
import Localization
import UseCases

/// All that the map says, as a table: how many in each quartier, of what kinds, and where in it.
struct MapList {
    let site: Site
    let side: BoardParts.Side
    let filter: PublicFilter
    let tally: PlaceTally

    private var t: Localizer { site.t }
    private var key: String { side == .needs ? "needs" : "offers" }
    /// Without cells there is nothing to say of it.
    private var tellsWhere: Bool { tally.rows.contains { $0.marks.contains { $0.whereabouts != nil } } }

    var total: String { t("map.\(key)", count: tally.count) }

    var markup: Markup {
        div(.class("map-list")) {
            table(.class("rows")) {
                caption { total }
                thead {
                    tr {
                        for name in ["board.neighbourhood", "\(key).tab", "board.category"] { th(.scope("col")) { t(name) } }
                    }
                }
                tbody { for row in tally.rows { line(row) } }
            }
            quiet
        }
    }

    private func line(_ row: PlaceTally.Row) -> Markup {
        tr(.data("marks", marks(row))) {
            th(.scope("row")) {
                if let link = list(below: row) { a(.href(link)) { name(of: row) } } else { name(of: row) }
            }
            td(.data("label", t("\(key).tab"))) { t.number(row.count) }
            td(.data("label", t("board.category"))) {
                ul { for kind in row.kinds { li { kindWords(kind, row) } } }
                if tellsWhere, !row.marks.isEmpty { places(of: row) }
            }
        }
    }

    private func places(of row: PlaceTally.Row) -> Markup {
        details {
            summary {
                t("map.where")
                span(.class("visually-hidden")) { "\u{A0}: " + name(of: row) }
            }
            ul {
                for mark in row.marks { li { t("map.mark", ["place": placeWords(mark), "count": t.number(mark.count)]) } }
            }
        }
    }

    private func kindWords(_ kind: PlaceTally.Kind, _ row: PlaceTally.Row) -> Markup {
        let category = site.facts.category(kind.category)
        let words = t("map.mark", ["place": category.map { site.label($0) } ?? "", "count": t.number(kind.count)])
        guard let link = list(below: row, category) else { return .text(words) }
        return a(.href(link)) { words }
    }

    private func placeWords(_ mark: PlaceTally.Mark) -> String {
        guard let place = mark.whereabouts else { return t("map.middle") }
        return t("map.where.\(place.direction.rawValue)", ["metres": place.metres])
    }

    /// Quartiers where there is nothing: an empty place on the map says it, too.
    private var quiet: Markup {
        let shown = Set(tally.rows.compactMap(\.neighbourhood))
        let names = site.facts.neighbourhoods.filter { !shown.contains($0.id) }.map(\.name)
        guard filter.neighbourhood == nil, !names.isEmpty else { return .empty }
        return p(.class("meta")) { t("map.\(key).quiet", ["names": names.joined(separator: ", ")]) }
    }

    func name(of row: PlaceTally.Row) -> String { site.facts.neighbourhood(row.neighbourhood)?.name ?? t("board.somewhere") }

    /// Les Tilleuls, 600 m au nord : 3 besoins
    func words(_ mark: PlaceTally.Mark, in row: PlaceTally.Row) -> String {
        let place = tellsWhere ? "\(name(of: row)), \(placeWords(mark))" : name(of: row)
        return t("map.mark", ["place": place, "count": t("map.\(key)", count: mark.count)])
    }

    /// The list below a row; nil for what is somewhere in the town, which no filter of the list can tell.
    private func list(below row: PlaceTally.Row, _ category: Domain.Category? = nil) -> String? {
        guard let place = site.facts.neighbourhood(row.neighbourhood) else { return nil }
        var filter = filter
        filter.neighbourhood = place
        filter.category = category ?? filter.category
        return site.links.list(side, filter)
    }

    /// For the script that puts them on a base map.
    private func marks(_ row: PlaceTally.Row) -> String? {
        guard !row.marks.isEmpty else { return nil }
        return MapMark.text(
            row.marks.map {
                MapMark(latitude: $0.anchor.latitude, longitude: $0.anchor.longitude, count: $0.count, words: words($0, in: row))
            })
    }
}
