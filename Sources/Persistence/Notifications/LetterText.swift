import Database
import Domain

/// A letter as one text, to be sealed: its parts and their lines, told apart by the marks that ASCII has for that.
struct LetterText {
    private static let part: Character = "\u{1D}"
    private static let line: Character = "\u{1E}"
    let text: String

    init(_ text: String) { self.text = text }

    init(_ letter: Letter) {
        let parts = [[letter.subject], letter.paragraphs, letter.actions.flatMap { [$0.label, $0.url] }, letter.afterwards]
        text = parts.map { $0.map(Self.withoutMarks).joined(separator: "\(Self.line)") }.joined(separator: "\(Self.part)")
    }

    /// - Throws: `unexpectedValue` for anything that `init` did not write, now or before 25 November 2026.
    func letter(_ kind: String) throws -> Letter {
        if text.hasPrefix("{") { return try earlierLetter(kind) }
        let parts = text.split(separator: Self.part, omittingEmptySubsequences: false).map(Self.lines)
        guard parts.count == 4, parts[0].count == 1, parts[2].count.isMultiple(of: 2) else {
            throw DatabaseError(.unexpectedValue, "a column does not hold a letter")
        }
        let actions = stride(from: 0, to: parts[2].count, by: 2).map { Letter.Action(label: parts[2][$0], url: parts[2][$0 + 1]) }
        return Letter(kind: kind, subject: parts[0][0], paragraphs: parts[1], actions: actions, afterwards: parts[3])
    }

    /// Letters waited as JSON, laid out already.
    private func earlierLetter(_ kind: String) throws -> Letter {
        struct Earlier: Codable {
            var subject: String
            var text: String
        }
        let earlier: Earlier = try JSONColumn.read(text)
        return Letter(kind: kind, subject: earlier.subject, paragraphs: earlier.text.split(separator: "\n\n").map(String.init))
    }

    private static func lines(_ part: Substring) -> [String] {
        part.isEmpty ? [] : part.split(separator: line, omittingEmptySubsequences: false).map(String.init)
    }

    private static func withoutMarks(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x1D || $0 == 0x1E }) else { return text }
        return text.filter { $0 != part && $0 != line }
    }
}
