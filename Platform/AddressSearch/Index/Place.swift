import Geography

/// A street, a lieu-dit or a commune in its town.
struct Place: Sendable {
    var name: UInt32
    var town: UInt32
    var houses: Range<UInt32>
    var position: Position
    /// The caller's number for a row without a house number, ``none`` otherwise.
    var reference: UInt32
    /// From 0 to 255, by its own size and that of its town.
    var importance: UInt8
    var kind: Suggestion.Kind

    static let none = UInt32.max

    /// 15 each time that the number of houses doubles; 255 at 131,000.
    static func importance(houses: UInt32) -> Int { min(255, Int(15 * logarithm(1 + Double(houses)) / logarithm(2))) }
}

/// A point in 8 bytes, at a centimetre.
struct Position: Sendable, Hashable {
    var longitude: Int32
    var latitude: Int32

    init(_ point: Point) {
        longitude = Int32(clamping: Self.scaled(point.longitude))
        latitude = Int32(clamping: Self.scaled(point.latitude))
    }

    var point: Point { Point(longitude: Double(longitude) / 1e7, latitude: Double(latitude) / 1e7) }

    private static func scaled(_ degrees: Double) -> Int { degrees.isFinite ? Int((min(max(degrees, -180), 180) * 1e7).rounded()) : 0 }
}

/// A postcode of a commune.
struct Town: Sendable, Hashable {
    var postcode: String
    var city: String
    var former: String
    var insee: String
}
