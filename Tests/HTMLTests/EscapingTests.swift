import HTML
import Testing

@Suite struct EscapingTests {
    private static let hostile: [String] = [
        "<script>alert(1)</script>", "</script><script>alert(1)//", "</title></textarea></style><img src=x onerror=alert(1)>",
        "\"\u{301} onfocus=alert(1) autofocus x=\"\u{301}", "'\u{301}>\u{338}<\u{338}&\u{20E3}", "\"\u{200D}\"\u{FE0F}<\u{FE0F}",
        "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "`onerror=alert(1)`", "<\0script>alert(1)</\0script>", "\0\"\0>",
        "<!--", "-->", "]]>", "<![CDATA[", "&lt;script&gt;", "&amp;", "&#60;", "&", "<", ">", "\"", "'", "", "\u{FEFF}<",
        String(decoding: [0xC0, 0xBC, 0x73] as [UInt8], as: UTF8.self),  // overlong <
        String(decoding: [0xE0, 0x80, 0xA2, 0xF0, 0x80, 0x80, 0xBE] as [UInt8], as: UTF8.self),  // overlong " and >
        String(decoding: [0x3C, 0xED, 0xA0, 0x80, 0x22, 0xFF] as [UInt8], as: UTF8.self),  // lone surrogate between < and "
        "\u{FF1C}script\u{FF1E}", "+ADw-script+AD4-", "\r\n<\t>\u{2028}\"", "👩‍👧<👩‍👧\"", "e\u{301}<é>",
    ]

    /// Hostile pieces alone, and each glued to the next: a piece must not be saved by its neighbour.
    static let corpus = hostile + zip(hostile, hostile.dropFirst()).map { $0 + $1 }

    @Test(arguments: corpus) func textLeavesNoMetacharacter(_ text: String) throws {
        let escaped = try inner(p { text }.html, "<p>", "</p>")
        #expect(isInert(escaped))
        #expect(unescaped(escaped) == withoutNull(text.utf8))
    }

    @Test(arguments: corpus) func attributeValuesLeaveNoMetacharacter(_ text: String) throws {
        for attribute in [Attribute.value(text), .title(text), .class(text), .data("x", text), .aria("label", text), .attr("x", text)] {
            let html = input(attribute).html
            let quote = try #require(html.firstRange(of: "=\""))
            let escaped = try inner(String(html[quote.upperBound...]), "", "\">")
            #expect(isInert(escaped))
            #expect(unescaped(escaped) == withoutNull(text.utf8))
        }
    }

    @Test(arguments: corpus) func linksLeaveNoMetacharacter(_ text: String) throws {
        #expect(isInert(try inner(a(.href(text)) {}.html, "<a href=\"", "\"></a>")))
        #expect(isInert(try inner(icon(text).html, "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"", "\"></use></svg>")))
    }

    @Test func everyByteBelow128IsKeptOrEscaped() {
        let text = String(decoding: UInt8(1)..<128, as: UTF8.self)
        #expect(unescaped(Array(div { text }.html.utf8.dropFirst(5).dropLast(6))) == Array(text.utf8))
    }

    // MARK: reading back

    private func inner(_ html: String, _ before: String, _ after: String) throws -> [UInt8] {
        let bytes = Array(html.utf8)
        try #require(bytes.starts(with: before.utf8) && bytes.reversed().starts(with: after.utf8.reversed()))
        return Array(bytes.dropFirst(before.utf8.count).dropLast(after.utf8.count))
    }

    private static let entities: [(escaped: [UInt8], byte: UInt8)] = [
        (Array("&amp;".utf8), 0x26), (Array("&lt;".utf8), 0x3C), (Array("&gt;".utf8), 0x3E), (Array("&quot;".utf8), 0x22),
        (Array("&#39;".utf8), 0x27),
    ]

    /// No NUL, `<`, `>`, quote, and no ampersand but those of the five entities: judged on bytes, as a browser reads.
    private func isInert(_ bytes: [UInt8]) -> Bool {
        bytes.indices.allSatisfy { index in
            switch bytes[index] {
            case 0, 0x22, 0x27, 0x3C, 0x3E: false
            case 0x26: Self.entities.contains { bytes[index...].starts(with: $0.escaped) }
            default: true
            }
        }
    }

    private func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        var result: [UInt8] = []
        while let first = rest.first {
            let entity = Self.entities.first { rest.starts(with: $0.escaped) }
            result.append(entity?.byte ?? first)
            rest = rest.dropFirst(entity?.escaped.count ?? 1)
        }
        return result
    }

    private func withoutNull(_ bytes: String.UTF8View) -> [UInt8] {
        bytes.flatMap { $0 == 0 ? Array("\u{FFFD}".utf8) : [$0] }
    }
}
