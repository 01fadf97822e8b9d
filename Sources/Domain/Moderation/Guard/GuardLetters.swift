import Foundation

/// Letters as they sound to a reader, whatever they were typed with.
enum GuardLetters {
    enum Kind { case letter, digit, sign }

    /// Small letters without accents, digits of our own, `oe` for œ; empty for blanks and what cannot be seen.
    static func folded(_ character: Character) -> String {
        if let plain = character.asciiValue {
            return plain <= 0x20 || plain == 0x7F ? "" : String(Character(Unicode.Scalar(plain))).lowercased()
        }
        if character.isWhitespace || isInvisible(character) { return "" }
        if let known = lookAlikes[character] { return known }
        if let digit = character.wholeNumberValue, (0...9).contains(digit), character.unicodeScalars.count == 1 { return String(digit) }
        let text = String(character).decomposedStringWithCompatibilityMapping.lowercased()
        let bare = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isDiacritic && $0.value != 0xFE0F }))
        return String(bare.map { lookAlikes[$0] ?? String($0) }.joined().filter { !$0.isWhitespace })
    }

    static func kind(of folded: String) -> Kind {
        guard let first = folded.first else { return .sign }
        if first.isNumber { return .digit }
        return first.isLetter ? .letter : .sign
    }

    static func isInvisible(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { scalar in
            scalar.properties.generalCategory == .format || scalar.value == 0xFE0F || scalar.value == 0x034F
        }
    }

    private static let lookAlikes: [Character: String] = [
        "œ": "oe", "Œ": "oe", "æ": "ae", "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "‐": "-",
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "і": "i", "ѕ": "s", "т": "t", "м": "m", "н": "h", "к": "k",
        "в": "b", "А": "a", "Е": "e", "О": "o", "Р": "p", "С": "c", "Т": "t", "М": "m", "Н": "h", "К": "k", "В": "b", "І": "i",
        "α": "a", "ε": "e", "ο": "o", "ρ": "p", "τ": "t", "ι": "i", "υ": "u", "ν": "v", "κ": "k",
    ]
}
