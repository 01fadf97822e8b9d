/// A closed line of at least three places. The first point is not repeated at the end.
public struct Ring: Sendable, Hashable {
    public let points: [Point]

    /// Drops a repeated last point and consecutive repeats; nil when fewer than three points remain or one is not on Earth.
    public init?(_ points: [Point]) {
        var kept: [Point] = []
        kept.reserveCapacity(points.count)
        for point in points where point != kept.last {
            guard point.isOnEarth else { return nil }
            kept.append(point)
        }
        while kept.count > 1, kept.first == kept.last { kept.removeLast() }
        guard kept.count >= 3 else { return nil }
        self.points = kept
    }

    private init(reversing ring: Ring) { points = ring.points.reversed() }

    func wound(counterClockwise: Bool) -> Ring {
        let plane = LocalPlane(at: points[0])
        return (doubleArea(in: plane) > 0) == counterClockwise ? self : Ring(reversing: self)
    }

    @inline(__always)
    func forEachEdge(_ body: (Point, Point) -> Void) {
        var previous = points[points.count - 1]
        for point in points {
            body(previous, point)
            previous = point
        }
    }

    /// Twice the signed area, m²: positive when counter-clockwise.
    func doubleArea(in plane: LocalPlane) -> Double {
        var sum = 0.0
        forEachEdge { sum += cross(plane.metres($0), plane.metres($1)) }
        return sum
    }

    /// Sum over the edges of (a + b) × cross(a, b): divided by three times the double area, it is the centroid.
    func moment(in plane: LocalPlane) -> SIMD2<Double> {
        var sum = SIMD2<Double>.zero
        forEachEdge { start, end in
            let (a, b) = (plane.metres(start), plane.metres(end))
            sum += (a + b) * cross(a, b)
        }
        return sum
    }

    /// Whether a half-line from the point to the east meets the ring an odd number of times.
    ///
    /// An edge owns its lower end and not its upper end, and a point exactly on it counts as being east of it. This is the answer for
    /// the point moved by nothing to the east and by still less to the north: regions that share a border never both hold it.
    func isOdd(eastOf point: Point) -> Bool {
        var odd = false
        forEachEdge { start, end in
            let (low, high) = start.latitude <= end.latitude ? (start, end) : (end, start)
            guard low.latitude <= point.latitude, point.latitude < high.latitude else { return }
            if orientation(low, high, point) > 0 { odd.toggle() }
        }
        return odd
    }
}
