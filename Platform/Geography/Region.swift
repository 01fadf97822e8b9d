/// One or several polygons: a commune, a quartier. Never empty.
public struct Region: Sendable, Hashable {
    public let polygons: [Polygon]
    public let boundingBox: BoundingBox

    public init(_ polygon: Polygon) {
        polygons = [polygon]
        boundingBox = polygon.boundingBox
    }

    /// nil without a polygon.
    public init?(_ polygons: [Polygon]) {
        guard let first = polygons.first else { return nil }
        self.polygons = polygons
        boundingBox = polygons.dropFirst().reduce(first.boundingBox) { $0.union($1.boundingBox) }
    }

    /// A single outline; nil when it is no ring (see ``Ring/init(_:)``).
    public init?(outline: [Point]) {
        guard let polygon = Polygon(outer: outline) else { return nil }
        self.init(polygon)
    }

    var rings: [Ring] { polygons.flatMap(\.rings) }
    var plane: LocalPlane { LocalPlane(at: boundingBox.centre) }

    /// Whether the place lies in the region. A place on a border shared by two regions lies in exactly one of them.
    public func contains(_ point: Point) -> Bool {
        boundingBox.contains(point) && polygons.contains { $0.contains(point) }
    }

    /// Square metres, on a plane laid at the middle of the region (error far below 1 % for a commune).
    public var area: Double {
        let plane = plane
        return rings.reduce(0) { $0 + $1.doubleArea(in: plane) } / 2
    }

    /// The centre of mass, which may lie outside: see ``anchor``.
    public var centroid: Point {
        let plane = plane
        let doubleArea = rings.reduce(0) { $0 + $1.doubleArea(in: plane) }
        guard doubleArea > 0 else { return boundingBox.centre }
        return plane.point(rings.reduce(.zero) { $0 + $1.moment(in: plane) } / (3 * doubleArea))
    }
}
