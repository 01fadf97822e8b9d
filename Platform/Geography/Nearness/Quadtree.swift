/// The places of one category: a square is cut in four when it holds more than ``fill``, and made whole again when little is left.
///
/// It follows the density of a country: a search reads a few dozen spots in a city of offers as in a canton with ten.
/// Source: H. Samet, "The Design and Analysis of Spatial Data Structures", 1990, § 2.8 (bucket PR quadtrees).
struct Quadtree {
    static let fill = 32
    /// Squares of about ten metres are not cut: in one building everybody is near.
    static let smallest: Int64 = 1 << 10

    var root = Node()
    var square: Square?

    struct Node {
        /// The time of the newest entry in the square.
        var newest = Int64.min
        /// Four of them, or nil for a square that was not cut.
        var children: UnsafeMutablePointer<Node>?
        var spots = Spots()

        func deallocate() {
            spots.deallocate()
            guard let children else { return }
            for quarter in 0..<4 { children[quarter].deallocate() }
            children.deallocate()
        }
    }

    func deallocate() { root.deallocate() }
}
