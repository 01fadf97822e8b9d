/// An outer ring and its holes, wound as RFC 7946 §3.1.6 asks: outer ring counter-clockwise, holes clockwise.
public struct Polygon: Sendable, Hashable {
    public let outer: Ring
    public let holes: [Ring]
    public let boundingBox: BoundingBox

    /// Rewinds the rings if need be. That rings do not cross is checked where outlines are read (``FeatureCollection``).
    public init(outer: Ring, holes: [Ring] = []) {
        self.outer = outer.wound(counterClockwise: true)
        self.holes = holes.map { $0.wound(counterClockwise: false) }
        boundingBox = BoundingBox(around: outer.points) ?? BoundingBox(west: 0, south: 0, east: 0, north: 0)
    }

    /// nil when a ring is no ring (see ``Ring/init(_:)``).
    public init?(outer: [Point], holes: [[Point]] = []) {
        guard let outer = Ring(outer) else { return nil }
        let rings = holes.compactMap(Ring.init)
        guard rings.count == holes.count else { return nil }
        self.init(outer: outer, holes: rings)
    }

    public var rings: [Ring] { [outer] + holes }

    /// Even-odd over all rings; a point on a border belongs to one side only.
    public func contains(_ point: Point) -> Bool {
        guard boundingBox.contains(point), outer.isOdd(eastOf: point) else { return false }
        return !holes.contains { $0.isOdd(eastOf: point) }
    }
}
