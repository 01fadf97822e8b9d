#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

func sine(degrees: Double) -> Double { sin(degrees * .pi / 180) }
func cosine(degrees: Double) -> Double { cos(degrees * .pi / 180) }
func arcsine(_ value: Double) -> Double { asin(value) }

/// Metres east (x) and north (y) of an origin: equirectangular, true along the origin's parallel, good for a commune's extent.
struct LocalPlane {
    private let origin: Point
    private let metresPerDegree: SIMD2<Double>

    init(at origin: Point) {
        let degree = Earth.meanRadius * .pi / 180
        self.origin = origin
        metresPerDegree = SIMD2(degree * max(cosine(degrees: origin.latitude), 1e-9), degree)
    }

    func metres(_ point: Point) -> SIMD2<Double> {
        SIMD2(point.longitude - origin.longitude, point.latitude - origin.latitude) * metresPerDegree
    }

    func point(_ metres: SIMD2<Double>) -> Point {
        let degrees = metres / metresPerDegree
        return Point(longitude: origin.longitude + degrees.x, latitude: origin.latitude + degrees.y)
    }
}

func dot(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double { (a * b).sum() }
func cross(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double { a.x * b.y - a.y * b.x }
