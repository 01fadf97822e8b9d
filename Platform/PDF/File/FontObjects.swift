/// A subset of a font as the objects of a file: glyphs by number, their widths, and what each stands for when text is copied or read aloud.
enum FontObjects {
    static func add(_ subset: inout FontSubset, to objects: inout PDFObjects) -> Int {
        let bytes = subset.file()
        let font = subset.font
        let name = "/ENTRAA+\(font.name)"
        let file = objects.add(stream: bytes, "/Length1 \(bytes.count)")
        let descriptor = objects.add(
            """
            <</Type /FontDescriptor /FontName \(name) /Flags 4 /FontBBox [\(font.box.map(String.init).joined(separator: " "))] /ItalicAngle 0 \
            /Ascent \(font.ascent) /Descent \(font.descent) /CapHeight \(font.capHeight) /StemV 80 /FontFile2 \(file) 0 R>>
            """)
        let widths = subset.glyphs.map { String(font.scaled(font.advance(of: $0))) }.joined(separator: " ")
        let descendant = objects.add(
            """
            <</Type /Font /Subtype /CIDFontType2 /BaseFont \(name) /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> \
            /FontDescriptor \(descriptor) 0 R /CIDToGIDMap /Identity /DW 600 /W [0 [\(widths)]]>>
            """)
        let unicode = objects.add(stream: Array(unicodeMap(subset.characters).utf8))
        return objects.add(
            """
            <</Type /Font /Subtype /Type0 /BaseFont \(name) /Encoding /Identity-H /DescendantFonts [\(descendant) 0 R] \
            /ToUnicode \(unicode) 0 R>>
            """)
    }

    /// At most a hundred lines stand in one section.
    private static func unicodeMap(_ characters: [Int: Unicode.Scalar]) -> String {
        let lines = characters.sorted { $0.key < $1.key }.map { number, scalar in
            "<\(hex(number, 4))> <\(String(scalar).utf16.map { hex(Int($0), 4) }.joined())>"
        }
        let sections = stride(from: 0, to: lines.count, by: 100).map { start in
            let part = lines[start..<min(start + 100, lines.count)]
            return "\(part.count) beginbfchar\n\(part.joined(separator: "\n"))\nendbfchar"
        }
        return """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            \(sections.joined(separator: "\n"))
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """
    }
}
