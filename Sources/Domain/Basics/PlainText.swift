/// What people type, without what nobody can see: control characters, direction overrides, runs of spaces.
public enum PlainText {
    public static func line(_ text: String) -> String {
        var words: [Substring] = []
        let visible = String(String.UnicodeScalarView(text.unicodeScalars.map { isBreak($0) ? " " : $0 }.filter(isVisible)))
        for word in visible.split(whereSeparator: \.isWhitespace) { words.append(word) }
        return words.joined(separator: " ")
    }

    public static func paragraphs(_ text: String) -> String {
        let unified = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let lines = unified.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }
        var kept: [String] = []
        for line in lines where !(line.isEmpty && (kept.last ?? "").isEmpty) { kept.append(line) }
        if kept.last == "" { kept.removeLast() }
        return kept.joined(separator: "\n")
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    /// Everything but controls and the invisible marks that turn the direction of text (U+202A…U+202E, U+2066…U+2069).
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: false
        default: true
        }
    }
}
