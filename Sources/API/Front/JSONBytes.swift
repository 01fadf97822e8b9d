/// JSON's smallest parts, read one after the other; blanks before each are passed over.
struct JSONBytes {
    struct Scalar {
        var text: String?
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) { rest = Array(bytes)[...] }

    var isAtEnd: Bool {
        mutating get {
            skipBlanks()
            return rest.isEmpty
        }
    }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard rest.first == UInt8(ascii: mark) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func scalar() -> Scalar? {
        skipBlanks()
        switch rest.first {
        case UInt8(ascii: "\""): return string().map { Scalar(text: $0) }
        case UInt8(ascii: "t"): return word("true") ? Scalar(text: "yes") : nil
        case UInt8(ascii: "f"): return word("false") ? Scalar() : nil
        case UInt8(ascii: "n"): return word("null") ? Scalar() : nil
        default: return nil
        }
    }

    /// A string without its quotes and escapes.
    mutating func string() -> String? {
        guard take("\"") else { return nil }
        var bytes: [UInt8] = []
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(validating: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escaped() else { return nil }
                bytes.append(contentsOf: String(Character(scalar)).utf8)
            case 0..<0x20: return nil
            default: bytes.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        switch rest.popFirst() {
        case UInt8(ascii: "\""): "\""
        case UInt8(ascii: "\\"): "\\"
        case UInt8(ascii: "/"): "/"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "t"): "\t"
        case UInt8(ascii: "u"): codePoint()
        default: nil
        }
    }

    /// Four hexadecimal digits, or twice four for what lies beyond: a surrogate alone is refused.
    private mutating func codePoint() -> Unicode.Scalar? {
        guard let first = unit() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u"), let second = unit(),
            (0xDC00..<0xE000).contains(second)
        else { return nil }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func unit() -> UInt32? {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = rest.popFirst().flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    private mutating func word(_ word: StaticString) -> Bool {
        let bytes = word.withUTF8Buffer { Array($0) }
        guard rest.starts(with: bytes) else { return false }
        rest.removeFirst(bytes.count)
        return true
    }

    private mutating func skipBlanks() {
        while let byte = rest.first, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { rest.removeFirst() }
    }
}
