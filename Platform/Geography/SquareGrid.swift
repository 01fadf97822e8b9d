/// Squares of equal side laid over a commune, counted east and north from its origin. The same origin and side give the same squares for ever.
public struct SquareGrid: Sendable, Hashable {
    public let origin: Point
    /// Metres.
    public let side: Double

    public init(origin: Point, side: Double) {
        self.origin = origin
        self.side = side
    }

    /// A square by its place in the grid.
    public struct Square: Sendable, Hashable, Comparable {
        public let x: Int
        public let y: Int

        public init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }

        public static func < (left: Self, right: Self) -> Bool { (left.y, left.x) < (right.y, right.x) }

        /// Squares between them, diagonals counting one: 1 for neighbours.
        public func steps(to other: Square) -> Int { max(abs(x - other.x), abs(y - other.y)) }
    }

    public func square(of point: Point) -> Square {
        let metres = LocalPlane(at: origin).metres(point)
        return Square(x: Int((metres.x / side).rounded(.down)), y: Int((metres.y / side).rounded(.down)))
    }

    /// The middle of a group of squares: each counts the same, whatever stands in it. The origin when there is none.
    public func middle(of squares: some Collection<Square>) -> Point {
        guard !squares.isEmpty else { return origin }
        let sum = squares.reduce(SIMD2<Double>.zero) { $0 + SIMD2(Double($1.x) + 0.5, Double($1.y) + 0.5) }
        return LocalPlane(at: origin).point(sum / Double(squares.count) * side)
    }
}
