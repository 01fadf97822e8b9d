/// Reads what people write where others will read it: help is free (B-01), and some things nobody needs to know (G-04, B-12).
///
/// It decides nothing. Who writes is told what was seen and why; who insists is read by a moderator first.
public struct TextGuard: Sendable {
    public enum Kind: String, Sendable, CaseIterable, Codable { case paid, health, card, account, link, email, phone }

    public struct Finding: Sendable, Equatable {
        public var kind: Kind
        /// The author's own words that were seen.
        public var quote: String

        public init(kind: Kind, quote: String) {
            self.kind = kind
            self.quote = quote
        }
    }

    /// With the common words alone.
    public static let common = TextGuard()

    private let paid: GuardPhraseBook
    private let doubtful = GuardPhraseBook(GuardLexicon.doubtful)
    private let harmless = GuardPhraseBook(GuardLexicon.harmless)
    private let allowed: GuardPhraseBook
    private let health: GuardPhraseBook

    /// - Parameter words: a town's own, beside the common ones.
    public init(_ words: GuardWords = GuardWords()) {
        paid = GuardPhraseBook(GuardLexicon.paid + words.paid.compactMap { GuardPhrase($0) })
        allowed = GuardPhraseBook(GuardLexicon.allowed + words.allowed.compactMap { GuardPhrase($0) })
        health = GuardPhraseBook(GuardLexicon.health + words.health.compactMap { GuardPhrase($0) })
    }

    /// One finding of each kind at most, the first, in the order of `Kind`. Time grows with the text's length and no faster.
    public func findings(in text: String) -> [Finding] {
        let tokens = GuardReader.tokens(of: text)
        var findings: [Finding] = []
        if let range = payment(in: tokens) { findings.append(Finding(kind: .paid, quote: String(text[range]))) }
        if let range = illness(in: tokens) { findings.append(Finding(kind: .health, quote: String(text[range]))) }
        return findings + RiskyText.quotes(in: text).map(Finding.init)
    }

    private func payment(in tokens: [GuardToken]) -> Range<String.Index>? {
        for sentence in tokens.split(whereSeparator: { $0.kind == .stop }) {
            let words = Array(sentence)
            if let range = payment(sentence: words) { return range }
        }
        return nil
    }

    private func payment(sentence words: [GuardToken]) -> Range<String.Index>? {
        var doubt: Range<String.Index>?
        var isHarmless = false
        var index = 0
        while index < words.count {
            if let length = allowed.length(in: words, at: index) {
                index += length
                continue
            }
            if harmless.length(in: words, at: index) != nil { isHarmless = true }
            if let length = paid.length(in: words, at: index), !isDenied(words, index, length) {
                let isMoneyAlone = !isCertain(words, index, length)
                if !isMoneyAlone { return range(words, index, length) }
                if doubt == nil { doubt = range(words, index, length) }
            } else if let length = doubtful.length(in: words, at: index), doubt == nil, !isDenied(words, index, length) {
                doubt = range(words, index, length)
            }
            index += 1
        }
        return isHarmless ? nil : doubt
    }

    /// « 15 € le » in « 15 € le trajet » is a price, and in « 15 € le ticket remboursé » a purchase: money is certain only with a rate.
    private func isCertain(_ words: [GuardToken], _ index: Int, _ length: Int) -> Bool {
        guard GuardPhrase.money(words, at: index) != nil else { return true }
        return words[index..<(index + length)].contains { ["/", "heure", "lheure", "h", "par"].contains($0.text) }
    }

    private func isDenied(_ words: [GuardToken], _ index: Int, _ length: Int) -> Bool {
        let next = index + length
        if next < words.count, GuardLexicon.laterDenials.contains(words[next].text), isNe(words, before: index) { return true }
        return isDenied(words, before: index)
    }

    private func isNe(_ words: [GuardToken], before index: Int) -> Bool {
        words[max(0, index - 4)..<index].contains { $0.text == "ne" || $0.text == "n" }
    }

    private func isDenied(_ words: [GuardToken], before index: Int) -> Bool {
        var step = index - 1
        var (steps, isPlus) = (0, false)
        while step >= 0, steps < 6, words[step].kind != .pause {
            if GuardLexicon.denials.contains(words[step].text) { return true }
            if words[step].text == "plus" { isPlus = true }
            if isPlus, words[step].text == "n" || words[step].text == "ne" { return true }
            if words[step].text != "'" { steps += 1 }
            step -= 1
        }
        return false
    }

    private func illness(in tokens: [GuardToken]) -> Range<String.Index>? {
        for index in tokens.indices {
            if let length = health.length(in: tokens, at: index), allowed.length(in: tokens, at: index) == nil {
                return range(tokens, index, length)
            }
        }
        return nil
    }

    private func range(_ words: [GuardToken], _ index: Int, _ length: Int) -> Range<String.Index> {
        words[index].range.lowerBound..<words[index + length - 1].range.upperBound
    }
}

/// What a town adds to the guard's words: phrases as the table has them.
public struct GuardWords: Sendable, Equatable, Codable {
    public var paid: [String] = []
    public var health: [String] = []
    /// Never a trigger.
    public var allowed: [String] = []

    public init() {}
}
