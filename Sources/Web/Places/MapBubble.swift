import Domain
import Geography
import HTML
import Localization

/// A number on the drawing: one place, or several too near to each other for two numbers to be read.
struct MapBubble {
    private(set) var count: Int
    private(set) var words: [String]
    let x: Double, y: Double

    /// None lies on another. The largest stay where they are and take in their neighbours.
    static func all(of list: MapList, in frame: MapFrame) -> [MapBubble] {
        let places = list.tally.rows.flatMap { row in
            row.marks.map { mark in
                let (x, y) = frame.position(of: mark.anchor)
                return MapBubble(count: mark.count, words: [list.words(mark, in: row)], x: x, y: y)
            }
        }
        return places.sorted { $0.count > $1.count }.reduce(into: []) { bubbles, place in
            guard let near = bubbles.firstIndex(where: { $0.touches(place) }) else { return bubbles.append(place) }
            bubbles[near].count += place.count
            bubbles[near].words += place.words
        }
    }

    private func touches(_ other: MapBubble) -> Bool {
        let reach = 2 * CountStep.many.radius
        let (width, height) = (x - other.x, y - other.y)
        return width * width + height * height < reach * reach
    }

    /// Whether a line of text round that point would lie below it.
    func covers(x: Double, y: Double, halfWidth: Double) -> Bool {
        let radius = CountStep(count).radius
        return abs(self.x - x) < halfWidth + radius && abs(self.y - y) < radius + 4
    }

    func markup(_ t: Localizer) -> Markup {
        let step = CountStep(count)
        return g(.class(step.name)) {
            title { words.joined(separator: "\n") }
            circle(.attr("cx", Self.tenths(x)), .attr("cy", Self.tenths(y)), .attr("r", Self.tenths(step.radius)))
            text(.attr("x", Self.tenths(x)), .attr("y", Self.tenths(y))) { t.number(count) }
        }
    }

    static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}

/// What the four shades of the bubbles mean.
struct MapLegend {
    let t: Localizer

    var markup: Markup {
        ul(.class("map-legend")) {
            for step in CountStep.allCases {
                li {
                    svg(.attr("viewBox", "0 0 24 24"), .aria("hidden", true)) {
                        g(.class(step.name)) { circle(.attr("cx", "12"), .attr("cy", "12"), .attr("r", "9")) }
                    }
                    words(step)
                }
            }
        }
    }

    private func words(_ step: CountStep) -> String {
        guard let most = step.most else { return t("map.legend.more", ["least": step.least]) }
        return t("map.legend", ["least": step.least, "most": most])
    }
}
