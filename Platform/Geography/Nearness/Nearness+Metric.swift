extension Nearness {
    /// How places turn into metres.
    public enum Metric: Sendable {
        /// Places are ten-millionths of a degree. Distances are equirectangular at the latitude asked about: against
        /// ``Point/distance(to:)`` they err by less than 0.03 % within 2 km and 0.15 % within 10 km, up to 51° of latitude. The
        /// antimeridian is a wall.
        case geographic
        /// Places are centimetres of a plane such as Lambert-93. Distances are Euclid's.
        case plane

        /// Metres per unit, east and north.
        func scale(at place: Place) -> SIMD2<Double> {
            switch self {
            case .plane: return SIMD2(0.01, 0.01)
            case .geographic:
                let degree = Earth.meanRadius * .pi / 180 * 1e-7
                return SIMD2(degree * max(cosine(degrees: place.point.latitude), 1e-9), degree)
            }
        }
    }
}
