/// A folded word: letters, digits, or an ordinal such as `3e`.
typealias Word = [UInt8]

extension Word {
    /// Longer words are cut: it bounds the work of comparing them.
    static let longest = 30

    var isNumber: Bool { !isEmpty && allSatisfy(\.isDigit) }

    /// Nil for a word of letters, and for more than six digits.
    var number: Int? {
        guard isNumber, count <= 6 else { return nil }
        return reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Words of folded text. Digits and letters part (`12bis`), except in ordinals, which all end in `e` (`1er`, `3ème`).
    static func split(_ folded: [UInt8]) -> [Word] {
        var words: [Word] = []
        for piece in folded.split(separator: AddressText.space) {
            guard let first = piece.first, piece.contains(where: { $0.isDigit != first.isDigit }) else {
                words.append(Word(piece.prefix(longest)))
                continue
            }
            words += parted(piece)
        }
        return words
    }

    private static func parted(_ piece: ArraySlice<UInt8>) -> [Word] {
        var words: [Word] = []
        var rest = piece
        while let first = rest.first {
            let part = rest.prefix { $0.isDigit == first.isDigit }
            rest = rest.dropFirst(part.count)
            if rest.isEmpty, !first.isDigit, words.last?.number != nil, ordinalEndings.contains(Word(part)) {
                words[words.count - 1].append(UInt8(ascii: "e"))
            } else {
                words.append(Word(part.prefix(longest)))
            }
        }
        return words
    }

    private static let ordinalEndings = Set(["e", "er", "ere", "eme", "ieme", "nd", "nde", "re"].map { Word($0.utf8) })
}

extension UInt8 {
    var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
