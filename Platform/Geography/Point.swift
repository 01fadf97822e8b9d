/// A place on Earth: degrees, WGS 84. Order is longitude then latitude, as in RFC 7946 §3.1.1.
public struct Point: Sendable, Hashable, Codable {
    public let longitude: Double
    public let latitude: Double

    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Finite, longitude within ±180°, latitude within ±90°.
    public var isOnEarth: Bool { abs(longitude) <= 180 && abs(latitude) <= 90 }

    /// Metres along the great circle, on a sphere of the Earth's mean radius (error against the ellipsoid below 0.6 %).
    ///
    /// Source: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984), p. 159; radius: ``Earth/meanRadius``.
    public func distance(to other: Point) -> Double {
        let height = sine(degrees: (other.latitude - latitude) / 2)
        let width = sine(degrees: (other.longitude - longitude) / 2)
        let chord = height * height + cosine(degrees: latitude) * cosine(degrees: other.latitude) * width * width
        return 2 * Earth.meanRadius * arcsine(min(1, chord.squareRoot()))
    }
}

public enum Earth {
    /// Metres. Source: mean radius R₁ of the reference ellipsoid (H. Moritz, "Geodetic Reference System 1980", 2000).
    public static let meanRadius = 6_371_008.8
}
