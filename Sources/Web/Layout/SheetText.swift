/// A table as CSV with semicolons and a mark that says UTF-8, as French spreadsheets open it.
enum SheetText {
    static func of(_ lines: [[String]]) -> String {
        "\u{FEFF}" + lines.map { $0.map(quoted).joined(separator: ";") }.joined(separator: "\r\n") + "\r\n"
    }

    /// A cell that begins like a formula is told to be text.
    private static func quoted(_ text: String) -> String {
        // By scalars: to a spreadsheet an equals sign with an accent on it is still an equals sign.
        let safe = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? "'" + text : text
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
