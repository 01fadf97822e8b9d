/// The glyphs that a document uses, numbered anew in the order of their first use, and a font file of these alone.
struct FontSubset {
    let font: TrueTypeFont
    /// By new number; 0 is the glyph of what is missing.
    private(set) var glyphs: [Int] = [0]
    /// Of glyphs that are parts of others.
    private var numbers: [Int: Int] = [0: 0]
    private var numbersOfCharacters: [Unicode.Scalar: Int] = [:]
    /// What each new number stands for.
    private(set) var characters: [Int: Unicode.Scalar] = [:]

    init(_ font: TrueTypeFont) { self.font = font }

    /// The new number of a character's glyph. Two characters that look the same have two, so that each is copied as what it is.
    mutating func number(of scalar: Unicode.Scalar) -> Int {
        if let number = numbersOfCharacters[scalar] { return number }
        glyphs.append(font.glyph(of: scalar) ?? 0)
        let number = glyphs.count - 1
        (numbersOfCharacters[scalar], characters[number]) = (number, scalar)
        return number
    }

    private mutating func number(ofGlyph glyph: Int) -> Int {
        if let number = numbers[glyph] { return number }
        numbers[glyph] = glyphs.count
        glyphs.append(glyph)
        return glyphs.count - 1
    }

    /// The file: outlines, widths, and the programs that outlines refer to.
    mutating func file() -> [UInt8] {
        var outlines: [[UInt8]] = []
        // A glyph made of others brings them in, at the end of the list that this walks.
        while outlines.count < glyphs.count { outlines.append(renumbered(font.outline(of: glyphs[outlines.count]))) }
        var (glyf, loca, hmtx): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        for (number, outline) in outlines.enumerated() {
            loca.append(long: glyf.count)
            glyf += outline + [UInt8](repeating: 0, count: -outline.count & 3)
            hmtx.append(short: font.advance(of: glyphs[number]))
            hmtx.append(short: font.bearing(of: glyphs[number]))
        }
        loca.append(long: glyf.count)
        var (head, hhea, maxp) = (font.table("head"), font.table("hhea"), font.table("maxp"))
        head.put(long: 0, at: 8)
        head.put(short: 1, at: 50)
        hhea.put(short: glyphs.count, at: 34)
        maxp.put(short: glyphs.count, at: 4)
        var tables = ["glyf": glyf, "loca": loca, "hmtx": hmtx, "head": head, "hhea": hhea, "maxp": maxp]
        for name in ["cvt ", "fpgm", "prep"] where !font.table(name).isEmpty { tables[name] = font.table(name) }
        return Self.file(of: tables)
    }

    /// The parts of a composite outline by their new numbers (flags of the `glyf` table).
    private mutating func renumbered(_ outline: [UInt8]) -> [UInt8] {
        guard outline.signed(0) < 0 else { return outline }
        var (outline, place, hasMore) = (outline, 10, true)
        while hasMore, place + 3 < outline.count {
            let flags = outline.short(place)
            outline.put(short: number(ofGlyph: outline.short(place + 2)), at: place + 2)
            place += 4 + (flags & 0x1 != 0 ? 4 : 2) + (flags & 0x8 != 0 ? 2 : flags & 0x40 != 0 ? 4 : flags & 0x80 != 0 ? 8 : 0)
            hasMore = flags & 0x20 != 0
        }
        return outline
    }

    private static func file(of tables: [String: [UInt8]]) -> [UInt8] {
        let names = tables.keys.sorted()
        let power = (1...names.count).last { $0 & ($0 - 1) == 0 } ?? 1
        var (head, body): ([UInt8], [UInt8]) = ([], [])
        head.append(long: 0x10000)
        for value in [names.count, power * 16, power.trailingZeroBitCount, (names.count - power) * 16] { head.append(short: value) }
        let start = 12 + names.count * 16
        for name in names {
            let table = tables[name] ?? []
            head += Array(name.utf8)
            for value in [sum(table), start + body.count, table.count] { head.append(long: value) }
            body += table + [UInt8](repeating: 0, count: -table.count & 3)
        }
        return head + body
    }

    private static func sum(_ table: [UInt8]) -> Int {
        let padded = table + [UInt8](repeating: 0, count: -table.count & 3)
        return stride(from: 0, to: padded.count, by: 4).reduce(0) { ($0 + padded.long($1)) & 0xFFFF_FFFF }
    }
}
