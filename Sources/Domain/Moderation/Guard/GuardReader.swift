/// Cuts a text into tokens, in one walk, and undoes what hides words: accents, capitals, look-alikes, letters spaced out, digits of other
/// scripts, invisible characters. No pattern is ever tried twice at the same place, so that no text takes long.
struct GuardReader {
    private var tokens: [GuardToken] = []

    static func tokens(of text: String) -> [GuardToken] {
        var reader = GuardReader()
        reader.cut(text)
        return GuardJoiner.joined(reader.tokens)
    }

    private mutating func cut(_ text: String) {
        var index = text.startIndex
        var wasBlank = true
        while index < text.endIndex {
            let start = index
            let letters = GuardLetters.folded(text[index])
            if letters.isEmpty {
                index = text.index(after: index)
                if text[start].isWhitespace || text[start].isNewline { wasBlank = true }
                if text[start].isNewline { add(.stop, "\n", start..<index, attached: false) }
                continue
            }
            switch GuardLetters.kind(of: letters) {
            case .letter:
                let word = Self.run(in: text, from: &index, of: .letter)
                add(.word, word, start..<index, attached: !wasBlank)
            case .digit:
                let digits = Self.run(in: text, from: &index, of: .digit)
                add(.number(Double(digits.prefix(9)) ?? 0), digits, start..<index, attached: !wasBlank)
            case .sign:
                index = text.index(after: index)
                add(Self.sign(letters), letters, start..<index, attached: !wasBlank)
            }
            wasBlank = false
        }
    }

    private mutating func add(_ kind: GuardToken.Kind, _ text: String, _ range: Range<String.Index>, attached: Bool) {
        tokens.append(GuardToken(kind: kind, text: text, range: range, isAttached: attached))
    }

    private static func run(in text: String, from index: inout String.Index, of kind: GuardLetters.Kind) -> String {
        var run = ""
        while index < text.endIndex {
            let letters = GuardLetters.folded(text[index])
            // What cannot be seen parts no word.
            guard GuardLetters.isInvisible(text[index]) || (!letters.isEmpty && GuardLetters.kind(of: letters) == kind) else { break }
            run += letters
            index = text.index(after: index)
        }
        return run
    }

    private static func sign(_ text: String) -> GuardToken.Kind {
        switch text {
        case "€", "$", "£": .currency
        case ".", "!", "?", ";": .stop
        case ",", ":", "(", ")", "…": .pause
        default: .sign
        }
    }
}
