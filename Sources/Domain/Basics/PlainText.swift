/// What people type, without what nobody can see: control characters, direction overrides, runs of spaces.
public enum PlainText {
    public static func line(_ text: String) -> String {
        guard !isClean(text) else { return text }
        var line = ""
        var isBetweenWords = false
        for scalar in text.unicodeScalars {
            if isBreak(scalar) || isSpace(scalar) {
                isBetweenWords = !line.isEmpty
            } else if isVisible(scalar) {
                if isBetweenWords { line.unicodeScalars.append(" ") }
                isBetweenWords = false
                line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    /// Nearly everything is: visible ASCII with single spaces between words.
    private static func isClean(_ text: String) -> Bool {
        var before = UInt8(ascii: " ")
        for byte in text.utf8 {
            guard (0x20..<0x7F).contains(byte), byte != 0x20 || before != 0x20 else { return false }
            before = byte
        }
        return before != 0x20
    }

    public static func paragraphs(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 10 || $0 == 13 }) else { return line(text) }
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

    /// Unicode's spaces (White_Space), but for the controls among them.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Everything but controls and the invisible marks that turn the direction of text (U+202A…U+202E, U+2066…U+2069).
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: false
        default: true
        }
    }
}
