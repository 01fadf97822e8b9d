/// Header fields: plain where ASCII allows, else encoded words (RFC 2047), folded.
enum HeaderText {
    private static let lineEnd = "\r\n"

    /// RFC 2047 §2: a line that holds an encoded word has at most 76 characters.
    private static let limit = 76

    /// Control characters, line and paragraph separators become one blank.
    static func oneLine(_ text: String) -> String {
        let blanked = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: " "
            default: scalar
            }
        }
        return blanked.split(separator: " ").map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    }

    static func unstructured(_ text: String, header: String) -> String {
        let line = oneLine(text)
        return isPlain(line, after: header) ? "\(header): \(line)" : "\(header): \(encoded(line, after: header))"
    }

    static func address(_ address: MailAddress, header: String) -> String {
        guard let name = address.name else { return "\(header): <\(address.address)>" }
        let shown = isPlain(name, after: header) ? quoted(name) : encoded(name, after: header)
        return "\(header): \(shown)\(lineEnd) <\(address.address)>"
    }

    /// "=?" is kept out so that a plain text is never read as an encoded word.
    private static func isPlain(_ text: String, after header: String) -> Bool {
        text.utf8.allSatisfy { (32...126).contains($0) } && header.utf8.count + 4 + text.utf8.count <= limit && !text.contains("=?")
    }

    private static func quoted(_ name: String) -> String {
        "\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    private static func encoded(_ text: String, after header: String) -> String {
        var words: [String] = []
        var word = ""
        var room = limit - header.utf8.count - 2
        for scalar in text.unicodeScalars {
            let piece = encoded(scalar)
            if frame.utf8.count + word.utf8.count + piece.utf8.count > min(room, 75) {
                words.append(word)
                word = ""
                room = limit - 1
            }
            word += piece
        }
        return (words + [word]).map { "=?UTF-8?Q?\($0)?=" }.joined(separator: lineEnd + " ")
    }

    private static let frame = "=?UTF-8?Q??="

    /// Never splits a character's bytes over two words (RFC 2047 §5). Letters and digits stand for themselves even inside a name.
    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        if scalar == " " { return "_" }
        if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return String(scalar) }
        return scalar.utf8.map(QuotedPrintable.escape).joined()
    }
}
