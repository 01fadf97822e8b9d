/// A QR code of some text (ISO/IEC 18004, model 2): bytes as UTF-8, error correction M, the smallest version that holds it.
public struct QRCode: Sendable, Equatable {
    public enum Failure: Error, Equatable {
        /// More bytes than the largest version made here holds: 666.
        case tooLong
    }

    /// Modules a side, without the quiet zone.
    public let side: Int
    /// Row by row; true is dark.
    private let modules: [Bool]

    public init(_ text: String) throws(Failure) {
        let bytes = Array(text.utf8)
        guard let version = Version.all.first(where: { $0.holds(bytes.count) }) else { throw .tooLong }
        let codewords = version.interleaved(version.data(bytes))
        let grid = Grid(version)
        let best = Mask.all.map { grid.filled(codewords, $0) }.min { $0.penalty < $1.penalty }
        modules = best?.modules ?? []
        side = version.side
    }

    public subscript(row: Int, column: Int) -> Bool { modules[row * side + column] }

    /// The dark modules as one SVG path, a unit each, inside a square of `side + 8`: four light modules around, as the standard wants.
    public var path: String {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                let start = column
                while column < side, self[row, column] { column += 1 }
                if column > start { path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z" }
                column += 1
            }
        }
        return path
    }
}
