/// A square of places whose side is a power of two and whose corner is a multiple of its side, counted from the lowest place of all: two
/// squares are apart or one holds the other, and one of side 2³² holds everything.
struct Square {
    let x: Int64
    let y: Int64
    let size: Int64

    init(x: Int64, y: Int64, size: Int64) { (self.x, self.y, self.size) = (x, y, size) }

    init(around place: Nearness.Place, size: Int64) {
        self.init(x: Self.corner(Int64(place.x), size), y: Self.corner(Int64(place.y), size), size: size)
    }

    var parent: Square { Square(x: Self.corner(x, 2 * size), y: Self.corner(y, 2 * size), size: 2 * size) }

    private static func corner(_ value: Int64, _ size: Int64) -> Int64 {
        let lowest = Int64(Int32.min)
        return (value - lowest) & ~(size - 1) + lowest
    }

    func contains(_ place: Nearness.Place) -> Bool {
        let (dx, dy) = (Int64(place.x) - x, Int64(place.y) - y)
        return dx >= 0 && dx < size && dy >= 0 && dy < size
    }

    /// 0 to 3: 1 for the east half, 2 for the north half.
    @inline(__always)
    func quarter(of dx: Int64, _ dy: Int64) -> Int { (dx >= x + size / 2 ? 1 : 0) | (dy >= y + size / 2 ? 2 : 0) }

    @inline(__always)
    subscript(quarter: Int) -> Square {
        let half = size / 2
        return Square(x: quarter & 1 == 0 ? x : x + half, y: quarter & 2 == 0 ? y : y + half, size: half)
    }
}
