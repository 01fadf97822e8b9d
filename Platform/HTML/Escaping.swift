extension [UInt8] {
    /// Appends text so that it means the same characters inside an element or a quoted attribute.
    ///
    /// Works on bytes, never on `Character`: `"` followed by a combining mark is one `Character`,
    /// and a table of characters would let that quote through.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in 0..<utf8.count {
                guard let replacement = Escape.replacement(for: utf8[index]) else { continue }
                append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                append(replacement)
                start = index + 1
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    mutating func append(_ html: StaticString) {
        html.withUTF8Buffer { append(contentsOf: $0) }
    }
}

private enum Escape {
    /// One bit per byte below 64 that needs a replacement: NUL " & ' < >
    private static let special: UInt64 = 1 | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

    @inline(__always)
    static func replacement(for byte: UInt8) -> StaticString? {
        guard byte < 64, special &>> UInt64(byte) & 1 == 1 else { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        case UInt8(ascii: "'"): return "&#39;"
        default: return "\u{FFFD}"  // NUL: parsers disagree on it, so it never reaches one
        }
    }
}
