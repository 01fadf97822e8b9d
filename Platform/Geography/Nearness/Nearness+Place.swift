extension Nearness {
    /// A place as whole units, so that sums and comparisons of places are exact: ten-millionths of a degree (1.1 cm at most) where the
    /// ``Metric`` is geographic, centimetres where it is plane.
    public struct Place: Sendable, Hashable {
        public let x: Int32
        public let y: Int32

        /// Whole units: ten-millionths of a degree or centimetres.
        public init(x: Int32, y: Int32) {
            self.x = x
            self.y = y
        }

        /// For a geographic index; nil when the point is not on Earth.
        public init?(_ point: Point) {
            guard point.isOnEarth else { return nil }
            self.init(x: Int32((point.longitude * 1e7).rounded()), y: Int32((point.latitude * 1e7).rounded()))
        }

        /// For a plane index, metres (Lambert-93 for instance); nil beyond 21,474 km of the origin.
        public init?(metresEast: Double, metresNorth: Double) {
            let (east, north) = ((metresEast * 100).rounded(), (metresNorth * 100).rounded())
            guard let x = Int32(exactly: east), let y = Int32(exactly: north) else { return nil }
            self.init(x: x, y: y)
        }

        /// What a geographic place stands for.
        public var point: Point { Point(longitude: Double(x) / 1e7, latitude: Double(y) / 1e7) }
    }
}
