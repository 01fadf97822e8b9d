/// Words in a row: `prix reduit*`. A star is any ending; `#` any number; `$` any sum of money.
public struct GuardPhrase: Sendable, Equatable, Hashable {
    enum Part: Sendable, Equatable, Hashable {
        case word(String)
        case beginning(String)
        case number, money
    }

    let parts: [Part]

    /// As a table has it, or a town. Nil for nothing but blanks.
    public init?(_ text: String) {
        parts = text.split(separator: " ").compactMap { piece in
            if piece == "#" { return .number }
            if piece == "$" { return .money }
            let folded = piece.map(GuardLetters.folded).joined().filter { $0 != "'" }
            guard !folded.isEmpty, folded != "*" else { return nil }
            return folded.hasSuffix("*") ? .beginning(String(folded.dropLast())) : .word(folded)
        }
        if parts.isEmpty { return nil }
    }

    /// Whether a town may add it: it holds a word of three letters or more.
    static func isDistinct(_ text: String) -> Bool {
        GuardPhrase(text)?.parts.contains { part in
            switch part {
            case .word(let word): word.count >= 3
            case .beginning(let word): word.count >= 3
            case .number, .money: false
            }
        } ?? false
    }

    /// How many tokens it takes at this place; nil where it does not stand.
    func length(in tokens: [GuardToken], at start: Int) -> Int? {
        var index = start
        for part in parts {
            // An apostrophe or a hyphen parts words and is not one.
            while index > start, index < tokens.count, tokens[index].text == "'" || tokens[index].text == "-" { index += 1 }
            guard index < tokens.count, let taken = Self.taken(part, tokens, index) else { return nil }
            index += taken
        }
        return index - start
    }

    private static func taken(_ part: Part, _ tokens: [GuardToken], _ index: Int) -> Int? {
        let token = tokens[index]
        switch part {
        case .word(let word): return token.text == word ? 1 : nil
        case .beginning(let word): return token.text.hasPrefix(word) ? 1 : nil
        case .number: return token.isAmount ? 1 : nil
        case .money: return money(tokens, at: index)
        }
    }

    /// « 15 € », « € 15 », « quinze euros »; nothing is no money.
    static func money(_ tokens: [GuardToken], at index: Int) -> Int? {
        guard index + 1 < tokens.count else { return nil }
        let (first, second) = (tokens[index], tokens[index + 1])
        guard first.kind != .number(0), second.kind != .number(0) else { return nil }
        return (first.isAmount && second.kind == .currency) || (signs.contains(first.text) && second.isAmount) ? 2 : nil
    }

    static let signs: Set<String> = ["€", "$", "£"]
}

/// Phrases by their first letters, so that each place of a text is compared with few.
struct GuardPhraseBook: Sendable {
    private var byFirst: [Character: [GuardPhrase]] = [:]
    private var any: [GuardPhrase] = []

    init(_ phrases: some Sequence<GuardPhrase>) {
        for phrase in phrases {
            switch phrase.parts[0] {
            case .word(let word), .beginning(let word): byFirst[word.first ?? " ", default: []].append(phrase)
            case .number, .money: any.append(phrase)
            }
        }
    }

    /// Of the longest that stands at this place.
    func length(in tokens: [GuardToken], at index: Int) -> Int? {
        let token = tokens[index]
        var longest: Int?
        for phrase in token.text.first.flatMap({ byFirst[$0] }) ?? [] {
            if let length = phrase.length(in: tokens, at: index), length > longest ?? 0 { longest = length }
        }
        guard token.isAmount || GuardPhrase.signs.contains(token.text) else { return longest }
        for phrase in any {
            if let length = phrase.length(in: tokens, at: index), length > longest ?? 0 { longest = length }
        }
        return longest
    }
}
