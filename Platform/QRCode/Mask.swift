/// A pattern that breaks up what a reader could take for something else.
struct Mask: Sendable, Equatable {
    let number: Int

    static let all = (0...7).map(Mask.init(number:))

    /// Whether it turns this module round.
    func hides(_ row: Int, _ column: Int) -> Bool {
        switch number {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }
}

extension Grid {
    /// How hard it is to read, by the four rules of the standard; the least wins.
    var penalty: Int { lines + squares + balance }

    private var side: Int { version.side }

    /// Long runs of one colour, and what looks like a corner.
    private var lines: Int {
        (0..<side).reduce(0) { sum, index in
            let row = (0..<side).map { self[index, $0] }
            let column = (0..<side).map { self[$0, index] }
            return sum + [row, column].reduce(0) { $0 + Self.runs($1) + 40 * Self.corners($1) }
        }
    }

    private static func runs(_ line: [Bool]) -> Int {
        var (sum, length) = (0, 0)
        for (index, isDark) in line.enumerated() {
            length = index > 0 && line[index - 1] == isDark ? length + 1 : 1
            if length == 5 { sum += 3 } else if length > 5 { sum += 1 }
        }
        return sum
    }

    private static let corner = [true, false, true, true, true, false, true]

    /// Dark and light as 1:1:3:1:1, with four light modules on one side; outside is light.
    private static func corners(_ line: [Bool]) -> Int {
        let wide = [Bool](repeating: false, count: 4) + line + [Bool](repeating: false, count: 4)
        return (4...(wide.count - 11)).reduce(0) { count, start in
            guard Array(wide[start..<(start + 7)]) == corner else { return count }
            let isFree = { (range: Range<Int>) in wide[range].allSatisfy { !$0 } }
            return count + (isFree((start - 4)..<start) ? 1 : 0) + (isFree((start + 7)..<(start + 11)) ? 1 : 0)
        }
    }

    private var squares: Int {
        var count = 0
        for row in 1..<side {
            for column in 1..<side {
                let one = self[row, column]
                if one == self[row - 1, column], one == self[row, column - 1], one == self[row - 1, column - 1] { count += 1 }
            }
        }
        return 3 * count
    }

    /// How far from half dark, in steps of five per cent.
    private var balance: Int {
        let dark = modules.count { $0 }
        let total = modules.count
        return 10 * (abs(20 * dark - 10 * total) / total)
    }
}
