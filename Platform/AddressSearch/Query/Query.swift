/// What somebody typed, as words.
struct Query {
    /// More words than an address has; the rest is left out.
    static let mostWords = 16
    private static let mostCharacters = 250

    private(set) var words: [Word]
    /// The last word is still being typed.
    let isOpen: Bool

    init(_ text: String) {
        let text = String(text.unicodeScalars.prefix(Self.mostCharacters))
        isOpen = text.last.map { !AddressText.foldedBytes(String($0)).isEmpty } ?? false
        let raw = Word.split(AddressText.foldedBytes(text))
        words = Array(Self.withoutNoise(Self.numerals(raw, isOpen: isOpen)).prefix(Self.mostWords))
    }

    /// Each word replaced by what it is made of.
    mutating func part(_ parts: (_ word: Word, _ isTyped: Bool) -> [Word]) {
        words = Array(words.indices.flatMap { parts(words[$0], isTyped($0)) }.prefix(Self.mostWords))
    }

    func isTyped(_ rank: Int) -> Bool { isOpen && rank == words.count - 1 }
    func isLittle(_ rank: Int) -> Bool { Abbreviations.little.contains(words[rank]) }

    /// What a word counts, written in digits or not.
    func number(_ rank: Int) -> Int? { words[rank].number ?? Numerals.values[words[rank]] }

    /// What follows a number as its suffix may.
    func suffix(after rank: Int) -> HouseSuffix? { rank + 1 < words.count ? HouseSuffix(words[rank + 1]) : nil }

    func unmatched(_ qualities: Qualities) -> [String] {
        words.indices.filter { qualities[$0] == 0 && !isLittle($0) }.map { String(decoding: words[$0], as: UTF8.self) }
    }

    /// Whether no word of some length is left without a good explanation.
    func isAnswered(by qualities: Qualities) -> Bool {
        words.indices.allSatisfy { rank in
            qualities[rank] > Quality.doubtful || words[rank].count < 4 || words[rank].contains(where: \.isDigit) || isLittle(rank)
        }
    }
}

extension Query {
    /// What may be the beginning of a longer word is not yet a number.
    private static func numerals(_ raw: [Word], isOpen: Bool) -> [Word] {
        guard isOpen, let last = raw.last, raw.count == 1 || Numerals.values[raw[raw.count - 2]] == nil else {
            return Numerals.asDigits(raw)
        }
        return Numerals.asDigits(Array(raw.dropLast())) + [last]
    }

    /// Without *cedex* and its number, and without what announces a number.
    private static func withoutNoise(_ words: [Word]) -> [Word] {
        var kept: [Word] = []
        var isAfterCedex = false
        for (index, word) in words.enumerated() {
            let announces = announcements.contains(word) && index + 1 < words.count && words[index + 1].isNumber
            let isNoise = word == cedex || announces || isAfterCedex && word.isNumber && word.count < 3
            if !isNoise { kept.append(word) }
            isAfterCedex = word == cedex
        }
        return kept
    }

    private static let cedex = Word("cedex".utf8)
    private static let announcements = Set(["n", "no", "num", "numero"].map { Word($0.utf8) })
}
