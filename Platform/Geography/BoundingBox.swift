/// A rectangle of longitudes and latitudes, borders included. It never crosses the antimeridian (RFC 7946 §3.1.9 cuts there).
public struct BoundingBox: Sendable, Hashable, Codable {
    public let west: Double, south: Double, east: Double, north: Double

    public init(west: Double, south: Double, east: Double, north: Double) {
        (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }

    /// The smallest box round the points, nil without any.
    public init?(around points: some Sequence<Point>) {
        var (west, south, east, north) = (Double.infinity, Double.infinity, -Double.infinity, -Double.infinity)
        for point in points {
            (west, east) = (min(west, point.longitude), max(east, point.longitude))
            (south, north) = (min(south, point.latitude), max(north, point.latitude))
        }
        guard west <= east, south <= north else { return nil }
        self.init(west: west, south: south, east: east, north: north)
    }

    public var centre: Point { Point(longitude: (west + east) / 2, latitude: (south + north) / 2) }

    public func contains(_ point: Point) -> Bool {
        west <= point.longitude && point.longitude <= east && south <= point.latitude && point.latitude <= north
    }

    public func contains(_ other: BoundingBox) -> Bool {
        west <= other.west && other.east <= east && south <= other.south && other.north <= north
    }

    public func union(_ other: BoundingBox) -> BoundingBox {
        BoundingBox(
            west: min(west, other.west), south: min(south, other.south), east: max(east, other.east), north: max(north, other.north))
    }

    /// What both boxes share, nil when they are apart. Boxes that only touch share a box of no width or no height.
    public func intersection(_ other: BoundingBox) -> BoundingBox? {
        let shared = BoundingBox(
            west: max(west, other.west), south: max(south, other.south), east: min(east, other.east), north: min(north, other.north))
        return shared.west <= shared.east && shared.south <= shared.north ? shared : nil
    }
}
