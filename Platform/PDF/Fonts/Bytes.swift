/// Big-endian numbers, as font files have them; what lies outside reads as 0.
extension [UInt8] {
    func short(_ at: Int) -> Int { at >= 0 && at + 1 < count ? Int(self[at]) << 8 | Int(self[at + 1]) : 0 }
    func signed(_ at: Int) -> Int { Int(Int16(truncatingIfNeeded: short(at))) }
    func long(_ at: Int) -> Int { short(at) << 16 | short(at + 2) }

    /// A part, cut where this ends.
    func part(_ start: Int, _ length: Int) -> [UInt8] {
        guard start >= 0, start < count, length > 0 else { return [] }
        return Array(self[start..<Swift.min(count, start + length)])
    }

    mutating func put(short value: Int, at place: Int) {
        guard place + 1 < count else { return }
        self[place] = UInt8(truncatingIfNeeded: value >> 8)
        self[place + 1] = UInt8(truncatingIfNeeded: value)
    }

    mutating func put(long value: Int, at place: Int) {
        put(short: value >> 16, at: place)
        put(short: value, at: place + 2)
    }

    mutating func append(short value: Int) {
        append(UInt8(truncatingIfNeeded: value >> 8))
        append(UInt8(truncatingIfNeeded: value))
    }

    mutating func append(long value: Int) {
        append(short: value >> 16)
        append(short: value)
    }
}
