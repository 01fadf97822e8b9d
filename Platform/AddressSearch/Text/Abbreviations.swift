/// What French addresses shorten, and the words that say little.
enum Abbreviations {
    /// Everything that a shortened word may stand for.
    static func meanings(of word: Word) -> [Word] { meanings[word] ?? [] }

    /// A name's words with those abbreviations written out that can mean only one thing where they stand.
    static func writtenOut(_ words: [Word]) -> [Word] {
        words.enumerated().map { position, word in
            let isBeginning = position == 0 && words.count > 1
            return sure[word] ?? (isBeginning ? beginnings[word] : nil) ?? word
        }
    }

    /// Kinds of ways: they tell a street from a lieu-dit, and say little about which.
    static let ways = words(
        """
        rue avenue boulevard chemin impasse allee place route square quai passage montee lotissement cours ruelle sentier residence faubourg \
        voie rond promenade esplanade cite clos villa traverse venelle cote parvis galerie sente carrefour chaussee rampe escalier
        """)

    /// Little words: their absence or excess means nearly nothing.
    static let little = words("de du des la le les l d et a au aux en sur sous dit dite ses un une")

    private static let sure = pairs(AbbreviationTable.sure).mapValues { $0[0] }
    private static let beginnings = pairs(AbbreviationTable.beginnings).mapValues { $0[0] }
    private static let meanings = pairs(AbbreviationTable.sure + AbbreviationTable.beginnings + AbbreviationTable.possible)

    private static func words(_ text: String) -> Set<Word> { Set(text.split(separator: " ").map { Word($0.utf8) }) }

    private static func pairs(_ table: String) -> [Word: [Word]] {
        var pairs: [Word: [Word]] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map { Word($0.utf8) }
            for short in words.dropFirst() { pairs[short, default: []].append(words[0]) }
        }
        return pairs
    }
}
