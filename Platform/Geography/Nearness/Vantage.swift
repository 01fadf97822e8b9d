/// The place from which distances are measured, and how far it looks.
struct Vantage {
    let x: Int64
    let y: Int64
    let scale: SIMD2<Double>
    /// Metres; a distance equal to it is within.
    let radius: Double

    init(_ place: Nearness.Place, radius: Double, metric: Nearness.Metric) {
        (x, y) = (Int64(place.x), Int64(place.y))
        scale = metric.scale(at: place)
        self.radius = radius
    }

    /// Square metres. Never decreases when a difference grows: a square's distance is a lower bound of what lies in it, rounding included.
    @inline(__always)
    func squared(_ dx: Int64, _ dy: Int64) -> Double {
        let (east, north) = (Double(dx) * scale.x, Double(dy) * scale.y)
        return east * east + north * north
    }

    @inline(__always)
    func squaredDistance(to spot: Spot) -> Double { squared(Int64(spot.x) - x, Int64(spot.y) - y) }

    /// To the nearest place of the square; 0 inside.
    @inline(__always)
    func squaredDistance(to square: Square) -> Double {
        squared(
            max(square.x - x, x - (square.x + square.size - 1), 0), max(square.y - y, y - (square.y + square.size - 1), 0))
    }

    /// Whatever is no farther than the distance has a square no greater than this; a little more may.
    @inline(__always)
    static func bound(_ distance: Double) -> Double { distance * distance * (1 + 4 * Double.ulpOfOne) }
}
