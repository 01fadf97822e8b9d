/// The places of one category: a square is cut in four when it holds more than ``fill``, and made whole again when little is left.
///
/// It follows the density of a country: a search reads a few dozen spots in a city of offers as in a canton with ten.
/// Source: H. Samet, "The Design and Analysis of Spatial Data Structures", 1990, § 2.8 (bucket PR quadtrees).
struct Quadtree {
    static let fill = 64
    /// Squares of about ten metres are not cut: in one building everybody is near.
    static let smallest: Int64 = 1 << 10

    var root = Node()
    var square: Square?

    /// Sixteen bytes, so that the four quarters of a square share a cache line.
    struct Node {
        /// The time of the newest entry in the square.
        var newest = Int64.min
        /// Of a square that was cut: the address of its quarters, plus one. Else the word of its spots.
        private var link: UInt = 0

        @inline(__always) var children: UnsafeMutablePointer<Node>? {
            link & 1 == 0 ? nil : UnsafeMutablePointer(bitPattern: link & ~1)
        }

        /// Of a square that was not cut.
        @inline(__always) var spots: Spots {
            get { Spots(word: link) }
            set { link = newValue.word }
        }

        /// The first word of its quarters or of its spots, whatever it says.
        @inline(__always) var firstWord: UInt32 { UnsafeRawPointer(bitPattern: link & ~1)?.load(as: UInt32.self) ?? 0 }

        init() {}

        init(newest: Int64, children: UnsafeMutablePointer<Node>) {
            self.newest = newest
            link = UInt(bitPattern: children) | 1
        }

        static func fourEmpty() -> UnsafeMutablePointer<Self> {
            let size = 4 * MemoryLayout<Self>.stride
            return UnsafeMutableRawPointer.allocate(byteCount: size, alignment: size)
                .initializeMemory(as: Self.self, repeating: Self(), count: 4)
        }

        func deallocate() {
            guard let children else { return spots.deallocate() }
            for quarter in 0..<4 { children[quarter].deallocate() }
            children.deallocate()
        }
    }

    func deallocate() { root.deallocate() }
}
