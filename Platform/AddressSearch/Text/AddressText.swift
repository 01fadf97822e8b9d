/// Text of addresses as it is compared.
public enum AddressText {
    /// Lower case, without accents, words apart by one space; what is neither a Latin letter nor a digit separates words:
    /// `"12 bis, av. de l’Église"` becomes `"12 bis av de l eglise"`.
    /// - Parameter limit: Unicode scalars that are read, so that a long text costs no more than a short one.
    public static func folded(_ text: String, limit: Int = .max) -> String {
        String(decoding: foldedBytes(text, limit: limit), as: UTF8.self)
    }

    /// The same for all spellings of one name: `"Av. St-Jean"` and `"AVENUE SAINT JEAN"`, `"Onze Novembre"` and `"11 novembre"`.
    public static func key(_ name: String) -> String {
        words(ofName: name).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }

    /// Whether a name begins as streets do, rather than lieux-dits.
    static func isWay(_ name: String) -> Bool {
        words(ofName: name).prefix(2).contains { Abbreviations.ways.contains($0) }
    }

    static func words(ofName name: String) -> [Word] {
        Abbreviations.writtenOut(words(name))
    }

    static func words(_ text: String, limit: Int = .max) -> [Word] {
        Numerals.asDigits(Word.split(foldedBytes(text, limit: limit)))
    }

    static func foldedBytes(_ text: String, limit: Int = .max) -> [UInt8] {
        var folded: [UInt8] = []
        folded.reserveCapacity(min(text.utf8.count, limit))
        for scalar in text.unicodeScalars.prefix(limit) { append(scalar, to: &folded) }
        if folded.last == space { folded.removeLast() }
        return folded
    }

    private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
        switch scalar.value {
        case 0x61...0x7a, 0x30...0x39: folded.append(UInt8(scalar.value))
        case 0x41...0x5a: folded.append(UInt8(scalar.value + 32))
        case 0xc6, 0xe6: folded += [UInt8(ascii: "a"), UInt8(ascii: "e")]
        case 0x152, 0x153: folded += [UInt8(ascii: "o"), UInt8(ascii: "e")]
        case 0xdf: folded += [UInt8(ascii: "s"), UInt8(ascii: "s")]
        case 0xc0...0x17f: append(letters[Int(scalar.value) - 0xc0], to: &folded)
        case 0x300...0x36f, 0xad, 0x200b...0x200d: break
        default: append(space, to: &folded)
        }
    }

    private static func append(_ byte: UInt8, to folded: inout [UInt8]) {
        if byte != space || (!folded.isEmpty && folded.last != space) { folded.append(byte) }
    }

    static let space = UInt8(ascii: " ")

    /// The plain letters of U+00C0 to U+017F, in order.
    private static let letters = [UInt8](
        ("aaaaaaaceeeeiiiidnooooo ouuuuyts" + "aaaaaaaceeeeiiiidnooooo ouuuuyty" + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhh"
            + "iiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
