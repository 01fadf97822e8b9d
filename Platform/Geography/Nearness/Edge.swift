/// A straight line between two different points, west end first, so that it does not matter from which end it was drawn.
struct Edge {
    let start: Point
    let end: Point

    init(_ a: Point, _ b: Point) {
        (start, end) = (a.longitude, a.latitude) < (b.longitude, b.latitude) ? (a, b) : (b, a)
    }

    var box: BoundingBox {
        BoundingBox(
            west: start.longitude, south: min(start.latitude, end.latitude), east: end.longitude, north: max(start.latitude, end.latitude))
    }

    /// A point exactly on the line lies to the left.
    func hasOnLeft(_ point: Point) -> Bool { orientation(start, end, point) >= 0 }

    func crosses(_ other: Edge) -> Bool {
        hasOnLeft(other.start) != hasOnLeft(other.end) && other.hasOnLeft(start) != other.hasOnLeft(end)
    }
}
