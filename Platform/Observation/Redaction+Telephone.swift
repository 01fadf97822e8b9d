extension Redaction {
    /// Numbers of the French plan (Arcep, decision 2018-0881): `0` and nine digits, or `+33`, `0033`, `33` and nine, or an overseas prefix,
    /// with the separators people put in between. Digits inside a hexadecimal word (an id, a digest) are left alone.
    static func telephones(in bytes: [UInt8]) -> [Range<Int>] {
        let scanner = TelephoneScanner(bytes)
        var found: [Range<Int>] = []
        var index = 0
        while index < bytes.count {
            if let end = scanner.end(ofNumberAt: index) {
                found.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }
}

private struct TelephoneScanner {
    private let bytes: [UInt8]
    private let isInHexadecimalWord: [Bool]

    /// Country code, then how many digits may follow it.
    private static let prefixes: [(code: [UInt8], lengths: [Int])] = [
        ("33", [9]), ("262", [9]), ("590", [9]), ("594", [9]), ("596", [9]),
        ("508", [9, 6]), ("681", [6]), ("687", [6]), ("689", [8, 6]),
    ].map { (Array($0.0.utf8), $0.1) }

    init(_ bytes: [UInt8]) {
        var marks = Array(repeating: false, count: bytes.count)
        for run in Redaction.runs(in: bytes, of: \.isAlphanumeric) {
            let letters = bytes[run].filter { !$0.isDigit }
            guard !letters.isEmpty, letters.allSatisfy(\.isHexadecimalLetter) else { continue }
            for index in run { marks[index] = true }
        }
        self.bytes = bytes
        isInHexadecimalWord = marks
    }

    /// Reads at most ten digits and what separates them.
    func end(ofNumberAt start: Int) -> Int? {
        switch bytes[start] {
        case UInt8(ascii: "+"): return international(from: start + 1)
        case UInt8(ascii: "%"):
            return reads("%2B", at: start) || reads("%2b", at: start) ? international(from: start + 3) : nil
        case UInt8(ascii: "0") where isWordStart(start):
            return reads("00", at: start) ? international(from: start + 2) : digits(9, from: start + 1, gapFirst: false)
        case UInt8(ascii: "3") where isWordStart(start):
            return reads("33", at: start) ? digits(9, from: start + 2, gapFirst: true) : nil
        default: return nil
        }
    }

    private func reads(_ text: StaticString, at index: Int) -> Bool {
        text.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    private func isWordStart(_ index: Int) -> Bool { !isInHexadecimalWord[index] && (index == 0 || !bytes[index - 1].isDigit) }

    private func international(from start: Int) -> Int? {
        guard start < bytes.count, let prefix = Self.prefixes.first(where: { bytes[start...].starts(with: $0.code) }) else { return nil }
        var next = afterGap(start + prefix.code.count)
        if next < bytes.count, bytes[next] == UInt8(ascii: "0") { next += 1 }  // +33 (0)6 …
        return prefix.lengths.lazy.compactMap { digits($0, from: next, gapFirst: true) }.first
    }

    /// Where `count` digits end, the first one not zero and the last one not followed by another.
    private func digits(_ count: Int, from start: Int, gapFirst: Bool) -> Int? {
        var next = gapFirst ? afterGap(start) : start
        for position in 0..<count {
            if position > 0 { next = afterGap(next) }
            guard next < bytes.count, bytes[next].isDigit, position > 0 || bytes[next] != UInt8(ascii: "0") else { return nil }
            next += 1
        }
        guard next == bytes.count || !(bytes[next].isDigit || isInHexadecimalWord[next]) else { return nil }
        return next
    }

    /// Past at most three separators.
    private func afterGap(_ start: Int) -> Int { (0..<3).reduce(start) { next, _ in next + separatorLength(at: next) } }

    private func separatorLength(at index: Int) -> Int {
        guard index < bytes.count else { return 0 }
        switch bytes[index] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "_"),
            UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"):
            return 1
        case 0xC2: return bytes[index...].starts(with: [0xC2, 0xA0]) ? 2 : 0  // no-break space
        case 0xE2: return isThinSpaceOrDash(at: index) ? 3 : 0
        case UInt8(ascii: "%"): return reads("%20", at: index) ? 3 : 0
        default: return 0
        }
    }

    /// U+2000 to U+2015, and the narrow no-break space U+202F.
    private func isThinSpaceOrDash(at index: Int) -> Bool {
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return false }
        return (0x80...0x95).contains(bytes[index + 2]) || bytes[index + 2] == 0xAF
    }
}
