/// What somebody typed, as words.
struct Query {
    /// More words than an address has; the rest is left out.
    static let mostWords = 16
    private static let mostCharacters = 250

    private(set) var words: [Word]
    /// The last word is still being typed.
    let isOpen: Bool

    init(_ text: String) {
        let ending = text.unicodeScalars.prefix(Self.mostCharacters).last
        isOpen = ending.map { AddressText.foldedBytes(String($0)).isEmpty == false } ?? false
        let raw = Word.split(AddressText.foldedBytes(text, limit: Self.mostCharacters))
        words = Array(Self.withoutNoise(Self.numerals(raw, isOpen: isOpen)).prefix(Self.mostWords))
    }

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
        var afterCedex = false
        for (index, word) in words.enumerated() {
            let announces = announcements.contains(word) && index + 1 < words.count && words[index + 1].isNumber
            if word == cedex || announces || afterCedex && word.isNumber && word.count < 3 {
                afterCedex = word == cedex
            } else {
                kept.append(word)
                afterCedex = false
            }
        }
        return kept
    }

    /// Whether no word of some length is left without a good explanation.
    func isAnswered(by qualities: Qualities) -> Bool {
        words.indices.allSatisfy { rank in
            qualities[rank] > 150 || words[rank].count < 4 || words[rank].contains(where: \.isDigit)
                || Abbreviations.little.contains(words[rank])
        }
    }

    /// What a word counts, written in digits or not.
    func number(_ rank: Int) -> Int? { words[rank].number ?? Numerals.values[words[rank]] }

    private static let cedex = Word("cedex".utf8)
    private static let announcements = Set(["n", "no", "num", "numero"].map { Word($0.utf8) })
}

// MARK: - What only the base's words can tell

extension Query {
    /// Words that the base does not know, written in two where it knows both: `saintjean`, `12e` when it is the door 12 E.
    mutating func part(by base: AddressBase) {
        var parted: [Word] = []
        for (index, word) in words.enumerated() {
            let isBeginning = isOpen && index == words.count - 1
            parted += base.parts(of: word, isBeginning: isBeginning) ?? [word]
        }
        words = Array(parted.prefix(Self.mostWords))
    }
}

extension AddressBase {
    fileprivate func parts(of word: Word, isBeginning: Bool) -> [Word]? {
        let tree = vocabulary.tree
        if tree.number(of: word) != nil || !Abbreviations.meanings(of: word).isEmpty { return nil }
        if word.first?.isDigit == true { return word.isNumber ? nil : [Word(word.dropLast()), Word(word.suffix(1))] }
        guard word.count > 4, !isBeginning || tree.numbers(beginningWith: word).isEmpty else { return nil }
        for cut in stride(from: word.count - 2, through: 2, by: -1) {
            let (left, right) = (Word(word.prefix(cut)), Word(word.dropFirst(cut)))
            guard let first = tree.number(of: left) else { continue }
            let rest = isBeginning && right.count > 2 ? tree.numbers(beginningWith: right) : tree.number(of: right).map { $0..<$0 + 1 }
            if let rest, !rest.isEmpty, areNeighbours(left, first, rest) { return [left, right] }
        }
        return nil
    }

    /// Whether some name or town has both words, or some town the second and a street with the first.
    private func areNeighbours(_ left: Word, _ first: UInt32, _ rest: Range<UInt32>) -> Bool {
        if Abbreviations.little.contains(left) { return rest.count == 1 && vocabulary.names.slots(rest).count > 0 }
        let towns = Set(vocabulary.towns.entries[vocabulary.towns.slots(rest)])
        if vocabulary.towns.entries[vocabulary.towns.slots(Int(first))].contains(where: towns.contains) { return true }
        let (left, right) = (vocabulary.names.slots(Int(first)), vocabulary.names.slots(rest))
        let (fewer, others) = left.count < right.count ? (left, rest) : (right, first..<first + 1)
        let names = vocabulary.names.entries[fewer].prefix(Self.mostNeighbours)
        if names.contains(where: { has(Int($0), wordIn: others) }) { return true }
        return !towns.isEmpty && vocabulary.names.entries[left].prefix(Self.mostNeighbours).contains { isBorne(Int($0), in: towns) }
    }

    private static let mostNeighbours = 500

    private func has(_ name: Int, wordIn words: Range<UInt32>) -> Bool {
        names.words.entries[names.words.slots(name)].contains(where: words.contains)
    }

    private func isBorne(_ name: Int, in towns: Set<UInt32>) -> Bool {
        names.places.entries[names.places.slots(name)].prefix(Self.mostNeighbours).contains { towns.contains(places[Int($0)].town) }
    }
}
