#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// RGF93 v1 / Lambert-93 (EPSG:2154), the plane of metropolitan France, to longitude and latitude.
///
/// Lambert conformal conic with two standard parallels (44° and 49° N) on GRS 80, origin 3° E 46° 30′ N, false origin 700,000 and
/// 6,600,000 m. Source: IOGP Guidance Note 7-2, §3.1.1.1, method 9802.
public enum Lambert93 {
    private static let flattening = 1 / 298.257_222_101
    private static let eccentricity = (2 * flattening - flattening * flattening).squareRoot()
    private static let radius = 6_378_137.0
    private static let parallel1 = radians(44), parallel2 = radians(49), origin = radians(46.5)

    private static let m1 = m(parallel1), m2 = m(parallel2)
    private static let t1 = t(parallel1), t2 = t(parallel2)
    private static let cone = (log(m1) - log(m2)) / (log(t1) - log(t2))
    private static let scale = radius * m1 / (cone * pow(t1, cone))
    private static let originRadius = scale * pow(t(origin), cone)

    /// Metres east and north. Nil outside the plane's area of use, where a typing error is likelier than an address.
    public static func point(x: Double, y: Double) -> Point? {
        guard (-400_000...1_600_000).contains(x), (5_700_000...7_500_000).contains(y) else { return nil }
        let (east, north) = (x - 700_000, originRadius - (y - 6_600_000))
        let distance = (east * east + north * north).squareRoot()
        let t = pow(distance / scale, 1 / cone)
        var latitude = Double.pi / 2 - 2 * atan(t)
        // Converges to below a millimetre in five turns.
        for _ in 0..<6 {
            let sine = eccentricity * sin(latitude)
            latitude = .pi / 2 - 2 * atan(t * pow((1 - sine) / (1 + sine), eccentricity / 2))
        }
        let longitude = atan2(east, north) / cone
        return Point(longitude: longitude * 180 / .pi + 3, latitude: latitude * 180 / .pi)
    }

    private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }

    private static func m(_ latitude: Double) -> Double {
        let sine = eccentricity * sin(latitude)
        return cos(latitude) / (1 - sine * sine).squareRoot()
    }

    private static func t(_ latitude: Double) -> Double {
        let sine = eccentricity * sin(latitude)
        return tan(.pi / 4 - latitude / 2) / pow((1 - sine) / (1 + sine), eccentricity / 2)
    }
}
