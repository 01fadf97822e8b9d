/// One of the sizes of the standard, at the level of error correction M, which restores 15 % of the codewords.
struct Version: Sendable, Equatable {
    let number: Int

    static let all = (1...20).map(Version.init(number:))

    /// Table 9 of the standard, level M: codewords of error correction in each block, and how many blocks.
    private static let corrections = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26]
    private static let blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16]

    var side: Int { 17 + 4 * number }
    private var correction: Int { Self.corrections[number - 1] }
    private var blocks: Int { Self.blockCounts[number - 1] }

    /// Rows and columns on which small squares are centred.
    var alignments: [Int] {
        guard number > 1 else { return [] }
        let count = number / 7 + 2
        let step = (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<(count - 1)).map { side - 7 - $0 * step }.reversed()
    }

    /// Modules that carry codewords, the rest being patterns and formats.
    private var carrying: Int {
        let count = alignments.count
        let squares = count == 0 ? 0 : (25 * count - 10) * count - 55
        return (16 * number + 128) * number + 64 - squares - (number >= 7 ? 36 : 0)
    }

    var codewords: Int { carrying / 8 }
    private var dataCodewords: Int { codewords - correction * blocks }
    /// How many bits say how many bytes follow.
    private var lengthBits: Int { number < 10 ? 8 : 16 }

    func holds(_ count: Int) -> Bool { 4 + lengthBits + 8 * count <= 8 * dataCodewords }

    /// The codewords of data: the mode, the length, the bytes, padding.
    func data(_ bytes: [UInt8]) -> [UInt8] {
        var bits = BitBuffer()
        bits.append(0b0100, 4)
        bits.append(bytes.count, lengthBits)
        for byte in bytes { bits.append(Int(byte), 8) }
        bits.append(0, min(4, 8 * dataCodewords - bits.count))
        var words = bits.bytes
        for index in 0..<(dataCodewords - words.count) { words.append(index % 2 == 0 ? 0xEC : 0x11) }
        return words
    }

    /// Cut into blocks, each with its correction, and read across.
    func interleaved(_ data: [UInt8]) -> [UInt8] {
        let long = dataCodewords % blocks
        let shortLength = dataCodewords / blocks
        var parts: [(data: [UInt8], correction: [UInt8])] = []
        var start = 0
        for block in 0..<blocks {
            let length = shortLength + (block >= blocks - long ? 1 : 0)
            let part = Array(data[start..<(start + length)])
            parts.append((part, ReedSolomon.correction(of: part, count: correction)))
            start += length
        }
        let first = (0...shortLength).flatMap { index in parts.compactMap { index < $0.data.count ? $0.data[index] : nil } }
        return first + (0..<correction).flatMap { index in parts.map { $0.correction[index] } }
    }
}

/// Bits gathered into bytes, the highest first.
struct BitBuffer {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    mutating func append(_ value: Int, _ length: Int) {
        for bit in stride(from: length - 1, through: 0, by: -1) {
            if count % 8 == 0 { bytes.append(0) }
            bytes[count / 8] |= UInt8(value >> bit & 1) << UInt8(7 - count % 8)
            count += 1
        }
    }
}
