/// A TrueType font: which glyph draws a character, and how wide it is (ISO/IEC 14496-22).
public struct TrueTypeFont: Sendable {
    /// As the PDF names it.
    let name: String
    let bytes: [UInt8]
    private let tables: [String: (start: Int, length: Int)]
    private let characters: CharacterMap
    let unitsPerEm: Int
    let glyphCount: Int
    private let metricCount: Int

    /// Nil for what is no TrueType font with outlines and a Unicode character map.
    public init?(_ bytes: [UInt8], name: String) {
        var tables: [String: (start: Int, length: Int)] = [:]
        for entry in 0..<min(bytes.short(4), 64) {
            let place = 12 + entry * 16
            tables[String(decoding: bytes.part(place, 4), as: UTF8.self)] = (bytes.long(place + 8), bytes.long(place + 12))
        }
        let needed = ["head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap"]
        guard needed.allSatisfy({ tables[$0] != nil }), let cmap = tables["cmap"],
            let characters = CharacterMap(bytes.part(cmap.start, cmap.length))
        else { return nil }
        (self.name, self.bytes, self.tables, self.characters) = (name, bytes, tables, characters)
        unitsPerEm = max(1, bytes.short((tables["head"]?.start ?? 0) + 18))
        glyphCount = bytes.short((tables["maxp"]?.start ?? 0) + 4)
        metricCount = bytes.short((tables["hhea"]?.start ?? 0) + 34)
    }

    func table(_ name: String) -> [UInt8] { tables[name].map { bytes.part($0.start, $0.length) } ?? [] }

    /// Nil where the font has none.
    func glyph(of scalar: Unicode.Scalar) -> Int? { characters[scalar.value] }

    /// In units of the font.
    func advance(of glyph: Int) -> Int {
        guard let start = tables["hmtx"]?.start, metricCount > 0 else { return 0 }
        return bytes.short(start + min(glyph, metricCount - 1) * 4)
    }

    /// The left edge of a glyph, as the font has it.
    func bearing(of glyph: Int) -> Int {
        guard let start = tables["hmtx"]?.start else { return 0 }
        return glyph < metricCount ? bytes.short(start + glyph * 4 + 2) : bytes.short(start + metricCount * 4 + (glyph - metricCount) * 2)
    }

    /// The outline; empty for a space.
    func outline(of glyph: Int) -> [UInt8] {
        guard let loca = tables["loca"]?.start, let glyf = tables["glyf"]?.start, glyph < glyphCount else { return [] }
        let isLong = bytes.short((tables["head"]?.start ?? 0) + 50) == 1
        func place(_ number: Int) -> Int { isLong ? bytes.long(loca + number * 4) : bytes.short(loca + number * 2) * 2 }
        return bytes.part(glyf + place(glyph), place(glyph + 1) - place(glyph))
    }

    /// In thousandths of the size, as a PDF has it.
    func scaled(_ value: Int) -> Int { (value * 1_000 + unitsPerEm / 2) / unitsPerEm }

    /// Left, bottom, right, top.
    var box: [Int] { [36, 38, 40, 42].map { scaled(table("head").signed($0)) } }
    var ascent: Int { scaled(table("hhea").signed(4)) }
    var descent: Int { scaled(table("hhea").signed(6)) }
    var capHeight: Int { scaled(table("OS/2").count >= 90 ? table("OS/2").signed(88) : table("hhea").signed(4)) }
}

/// The Unicode part of a `cmap`: formats 4 and 12.
struct CharacterMap: Sendable {
    private var glyphs: [UInt32: Int] = [:]

    init?(_ table: [UInt8]) {
        let entries = (0..<min(table.short(2), 32)).map { 4 + $0 * 8 }
        let unicode = entries.filter { table.short($0) == 0 || (table.short($0) == 3 && [1, 10].contains(table.short($0 + 2))) }
        for start in unicode.map({ table.long($0 + 4) }) {
            switch table.short(start) {
            case 4: readSegments(table, start)
            case 12: readGroups(table, start)
            default: continue
            }
        }
        if glyphs.isEmpty { return nil }
    }

    subscript(character: UInt32) -> Int? { glyphs[character] }

    private mutating func readSegments(_ table: [UInt8], _ start: Int) {
        let size = table.short(start + 6)
        for segment in stride(from: 0, to: size, by: 2) {
            let end = table.short(start + 14 + segment), first = table.short(start + 16 + size + segment)
            let delta = table.short(start + 16 + size * 2 + segment)
            let offsetPlace = start + 16 + size * 3 + segment
            let offset = table.short(offsetPlace)
            guard first <= end, first < 0xFFFF else { continue }
            for character in first...min(end, 0xFFFE) {
                let glyph = offset == 0 ? character : table.short(offsetPlace + offset + (character - first) * 2)
                if glyph != 0 { glyphs[UInt32(character)] = (glyph + delta) & 0xFFFF }
            }
        }
    }

    private mutating func readGroups(_ table: [UInt8], _ start: Int) {
        for group in 0..<min(table.long(start + 12), 10_000) {
            let place = start + 16 + group * 12
            let (first, end, glyph) = (table.long(place), table.long(place + 4), table.long(place + 8))
            guard first <= end, end <= 0x10FFFF else { continue }
            for character in first...end { glyphs[UInt32(character)] = glyph + character - first }
        }
    }
}
