/// Looks for edges that cross or touch where they must not, by a sweep from west to east with exact comparisons.
struct Tangle {
    enum Finding: Equatable {
        case none
        case crossing(Point)
        case tooIntricate
    }

    private struct Edge {
        let start: Point, end: Point
        let ring: Int, index: Int, count: Int

        var west: Double { min(start.longitude, end.longitude) }
        var east: Double { max(start.longitude, end.longitude) }
        var south: Double { min(start.latitude, end.latitude) }
        var north: Double { max(start.latitude, end.latitude) }

        func follows(_ other: Edge) -> Bool { ring == other.ring && index == (other.index + 1) % count }
    }

    /// Pairs looked at before giving up: well under a second. Outlines of communes need a few dozen per edge.
    private static let patience = 30_000_000
    private let edges: [Edge]

    init(_ rings: [Ring]) {
        edges = rings.enumerated().flatMap { ring, shape in
            shape.points.indices.map { index in
                let next = (index + 1) % shape.points.count
                return Edge(start: shape.points[index], end: shape.points[next], ring: ring, index: index, count: shape.points.count)
            }
        }.sorted { $0.west < $1.west }
    }

    func find() -> Finding {
        var patience = Self.patience
        var open: [Edge] = []
        for edge in edges {
            let west = edge.west
            open.removeAll { $0.east < west }
            patience -= open.count
            guard patience > 0 else { return .tooIntricate }
            let (south, north) = (edge.south, edge.north)
            for other in open where other.south <= north && south <= other.north && Self.clash(other, edge) {
                return .crossing(edge.start)
            }
            open.append(edge)
        }
        return .none
    }

    private static func clash(_ a: Edge, _ b: Edge) -> Bool {
        if b.follows(a) { return isSpike(a.start, a.end, b.end) }
        if a.follows(b) { return isSpike(b.start, b.end, a.end) }
        let sides = (
            orientation(a.start, a.end, b.start), orientation(a.start, a.end, b.end),
            orientation(b.start, b.end, a.start), orientation(b.start, b.end, a.end)
        )
        if sides.0 * sides.1 < 0, sides.2 * sides.3 < 0 { return true }
        // Rings may touch one another (a hole at the border); a ring may not touch itself.
        guard a.ring == b.ring else { return false }
        return (sides.0 == 0 && holds(a, b.start)) || (sides.1 == 0 && holds(a, b.end))
            || (sides.2 == 0 && holds(b, a.start)) || (sides.3 == 0 && holds(b, a.end))
    }

    /// A path that turns back on itself at `corner`.
    private static func isSpike(_ before: Point, _ corner: Point, _ after: Point) -> Bool {
        guard orientation(before, corner, after) == 0 else { return false }
        if before.longitude != corner.longitude { return (before.longitude < corner.longitude) == (after.longitude < corner.longitude) }
        return (before.latitude < corner.latitude) == (after.latitude < corner.latitude)
    }

    private static func holds(_ edge: Edge, _ point: Point) -> Bool {
        edge.west <= point.longitude && point.longitude <= edge.east && edge.south <= point.latitude && point.latitude <= edge.north
    }
}
