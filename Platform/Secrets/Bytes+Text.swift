extension [UInt8] {
    /// Lower-case hexadecimal, two digits a byte.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Reads hexadecimal digits of either case; nil for an odd count or any other character.
    public init?(hex text: some StringProtocol) {
        let digits = text.utf8.map { UInt8(hexDigit: $0) }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        let values = digits.compactMap { $0 }
        self = stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }

    /// Base64 with the alphabet of URLs and without padding (RFC 4648 §5).
    public var base64URL: String {
        String(unsafeUninitializedCapacity: (count * 8 + 5) / 6) { text in
            var written = 0
            var bits: UInt32 = 0
            var held = 0
            func write(_ value: UInt32) {
                text[written] = Base64URL.digits[Int(value & 63)]
                written += 1
            }
            for byte in self {
                bits = bits << 8 | UInt32(byte)
                held += 8
                while held >= 6 {
                    held -= 6
                    write(bits >> UInt32(held))
                }
            }
            if held > 0 { write(bits << UInt32(6 - held)) }
            return written
        }
    }

    /// Reads what `base64URL` writes and nothing else: padding, blanks and non-zero spare bits are refused,
    /// so that one value has one spelling.
    public init?(base64URL text: some StringProtocol) {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var held = 0
        for character in text.utf8 {
            guard let value = Base64URL.values[Int(character)] else { return nil }
            bits = bits << 6 | value
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        guard held < 6, bits & ((1 << UInt32(held)) - 1) == 0 else { return nil }
        self = bytes
    }
}

private enum Base64URL {
    static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    /// By character.
    static let values = (0...255).map { character in digits.firstIndex(of: UInt8(character)).map(UInt32.init) }
}

extension UInt8 {
    fileprivate init?(hexDigit: UInt8) {
        switch hexDigit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = hexDigit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self = hexDigit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self = hexDigit - UInt8(ascii: "A") + 10
        default: return nil
        }
    }
}
