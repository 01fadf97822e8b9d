import Domain
import Geography
import HTML
import Localization
import UseCases

/// The map as our own drawing: quartiers, and numbers where the list says so. It needs neither scripts nor anybody's tiles (M-5).
struct MapDrawing {
    /// Units; a phone shows about as many pixels.
    private static let width = 360.0

    let site: Site
    let list: MapList
    let outline: Region?
    let tiles: MapTiles?
    private let frame: MapFrame

    /// Nil where there is no border to draw.
    init?(site: Site, list: MapList, outline: Region?, tiles: MapTiles?) {
        let regions = [outline].compactMap(\.self) + site.facts.neighbourhoods.compactMap(\.region)
        let anchors = list.tally.rows.flatMap(\.marks).map(\.anchor)
        guard let first = regions.first?.boundingBox else { return nil }
        let boxes = regions.dropFirst().map(\.boundingBox) + [BoundingBox(around: anchors)].compactMap(\.self)
        (self.site, self.list, self.outline, self.tiles) = (site, list, outline, tiles)
        frame = MapFrame(boxes.reduce(first) { $0.union($1) }, width: Self.width, margin: 20)
    }

    private var t: Localizer { site.t }

    var markup: Markup {
        let bubbles = MapBubble.all(of: list, in: frame)
        return figure(
            .class("map-figure"), .id("carte"), .data("tiles", tiles?.pattern), .data("box", box), .data("steps", CountStep.text),
            .data("label", t("map.label")), .data("nearer", t("map.nearer")), .data("farther", t("map.farther")),
            .data("close", t("map.close"))
        ) {
            svg(.class("map"), .attr("viewBox", frame.viewBox), .role("img"), .aria("label", alternative)) {
                outline.map { path(.class("map-town"), .attr("fill-rule", "evenodd"), .attr("d", $0.svgPath(in: frame))) } ?? .empty
                for place in site.facts.neighbourhoods { area(place) }
                g(.class("map-names")) { for place in site.facts.neighbourhoods { name(place, below: bubbles) } }
                g(.class("map-counts")) { for bubble in bubbles { bubble.markup(t) } }
            }
            figcaption {
                MapLegend(t: t).markup
                tiles.map(credit) ?? .empty
            }
        }
    }

    private var alternative: String { t("map.alternative", ["town": site.town.name, "count": list.total]) }

    /// South, west, north and east of the sheet, margins included: where the drawing lies on a base map.
    private var box: String {
        let corners = frame.corners
        return [corners.south, corners.west, corners.north, corners.east].map { "\($0)" }.joined(separator: " ")
    }

    private func area(_ place: Neighbourhood) -> Markup {
        guard let region = place.region else { return .empty }
        return path(.class("map-area"), .attr("fill-rule", "evenodd"), .attr("d", region.svgPath(in: frame)))
    }

    /// Left out where a number would cover it: the list has every name.
    private func name(_ place: Neighbourhood, below bubbles: [MapBubble]) -> Markup {
        guard let anchor = place.anchor ?? place.region?.anchor else { return .empty }
        let (x, y) = frame.position(of: anchor)
        let line = y + 30
        let halfWidth = 2.7 * Double(place.name.count)
        guard !bubbles.contains(where: { $0.covers(x: x, y: line - 3, halfWidth: halfWidth) }) else { return .empty }
        return text(.attr("x", MapBubble.tenths(x)), .attr("y", MapBubble.tenths(line))) { place.name }
    }

    private func credit(_ tiles: MapTiles) -> Markup {
        p(.class("map-credit needs-script")) {
            t("map.credit") + " "
            if let link = tiles.creditLink { a(.href(link), .rel("noopener")) { tiles.credit } } else { tiles.credit }
            if let licence = tiles.licence { ", " + licence }
        }
    }
}
