import Geography

/// Where a cell lies in its quartier, so that a list can say what a map shows: « 600 m au nord ».
public struct Whereabouts: Sendable, Hashable {
    public enum Direction: String, Sendable, CaseIterable {
        case north, northEast, east, southEast, south, southWest, west, northWest
    }

    public var direction: Direction
    /// From the middle of the quartier, in hundreds.
    public var metres: Int

    /// Nil when both are the same place to people on foot: less than 50 m apart.
    public init?(of place: Point, from middle: Point) {
        let rounded = Int((place.distance(to: middle) / 100).rounded()) * 100
        guard rounded > 0 else { return nil }
        metres = rounded
        let corner = Point(longitude: place.longitude, latitude: middle.latitude)
        let east = middle.distance(to: corner) * (place.longitude < middle.longitude ? -1 : 1)
        let north = corner.distance(to: place) * (place.latitude < middle.latitude ? -1 : 1)
        direction = Self.direction(east: east, north: north)
    }

    private static func direction(east: Double, north: Double) -> Direction {
        /// Of 22.5°: half of what one direction covers.
        let tangent = 0.414_213_562
        if abs(east) <= abs(north) * tangent { return north < 0 ? .south : .north }
        if abs(north) <= abs(east) * tangent { return east < 0 ? .west : .east }
        return north < 0 ? (east < 0 ? .southWest : .southEast) : (east < 0 ? .northWest : .northEast)
    }
}
