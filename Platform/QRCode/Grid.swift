/// The square of modules, and which of them are patterns that carry no data.
struct Grid: Sendable {
    let version: Version
    private(set) var modules: [Bool]
    private var isPattern: [Bool]

    private var side: Int { version.side }

    init(_ version: Version) {
        self.version = version
        modules = [Bool](repeating: false, count: version.side * version.side)
        isPattern = modules
        drawTiming()
        for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { drawFinder(row, column) }
        drawAlignments()
        drawFormat(0)
        drawVersion()
    }

    subscript(row: Int, column: Int) -> Bool { modules[row * side + column] }

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        modules[row * side + column] = isDark
        isPattern[row * side + column] = true
    }

    private mutating func drawTiming() {
        for index in 0..<side {
            set(6, index, index % 2 == 0)
            set(index, 6, index % 2 == 0)
        }
    }

    /// A large square with the light line around it.
    private mutating func drawFinder(_ row: Int, _ column: Int) {
        for down in -4...4 {
            for right in -4...4 where (0..<side).contains(row + down) && (0..<side).contains(column + right) {
                let ring = max(abs(down), abs(right))
                set(row + down, column + right, ring != 2 && ring != 4)
            }
        }
    }

    private mutating func drawAlignments() {
        let places = version.alignments
        guard let last = places.last else { return }
        for row in places {
            for column in places where ![(6, 6), (6, last), (last, 6)].contains(where: { $0 == (row, column) }) {
                for down in -2...2 { for right in -2...2 { set(row + down, column + right, max(abs(down), abs(right)) != 1) } }
            }
        }
    }

    /// The level and the mask, twice, with their own correction.
    private mutating func drawFormat(_ mask: Int) {
        let bits = Self.format(mask)
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0...5 { set(index, 8, bit(index)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for index in 9...14 { set(8, 14 - index, bit(index)) }
        for index in 0...7 { set(8, side - 1 - index, bit(index)) }
        for index in 8...14 { set(side - 15 + index, 8, bit(index)) }
        set(side - 8, 8, true)
    }

    /// Level M is 00. Fifteen bits: five, and the remainder by x¹⁰ + x⁸ + x⁵ + x⁴ + x² + x + 1, hidden by a fixed pattern.
    static func format(_ mask: Int) -> Int {
        var rest = mask
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        return (mask << 10 | rest) ^ 0x5412
    }

    /// From version 7 on, twice: six bits, and the remainder by x¹² + x¹¹ + x¹⁰ + x⁹ + x⁸ + x⁵ + x² + 1.
    private mutating func drawVersion() {
        guard version.number >= 7 else { return }
        let bits = Self.versionBits(version.number)
        for index in 0..<18 {
            let (far, near) = (side - 11 + index % 3, index / 3)
            set(near, far, bits >> index & 1 == 1)
            set(far, near, bits >> index & 1 == 1)
        }
    }

    static func versionBits(_ number: Int) -> Int {
        var rest = number
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        return number << 12 | rest
    }

    /// The codewords laid in pairs of columns from the right, up and down in turn, hidden by a mask.
    func filled(_ codewords: [UInt8], _ mask: Mask) -> Grid {
        var grid = self
        var bit = 0
        for pair in stride(from: side - 1, through: 1, by: -2) {
            // The column of the timing pattern is left out.
            let right = pair <= 6 ? pair - 1 : pair
            let isUpward = (right + 1) & 2 == 0
            for step in 0..<side {
                let row = isUpward ? side - 1 - step : step
                for column in [right, right - 1] where !isPattern[row * side + column] {
                    let isDark = bit < codewords.count * 8 && codewords[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
                    grid.modules[row * side + column] = isDark != mask.hides(row, column)
                    bit += 1
                }
            }
        }
        grid.drawFormat(mask.number)
        return grid
    }
}
