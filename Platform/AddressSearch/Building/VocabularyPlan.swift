/// From the names and the towns, in their final order, to the words and where they stand.
struct VocabularyPlan {
    let vocabulary: Vocabulary
    private let spellings: [String]
    private let nameWords: Postings
    private let bearers: Postings
    private let nameWeights: ContiguousArray<UInt16>

    init(names: [String], bearers: Postings, towns: [Town]) {
        var found = Numbered<Word>()
        let rawNames = names.map { AddressText.words(ofName: $0).map { found.number(of: $0) } }
        let rawTowns = towns.map { town in
            [town.city, town.former, town.postcode].flatMap { AddressText.words(ofName: $0) }.map { found.number(of: $0) }
        }
        let (words, rank) = Self.sorted(found.things)
        let (ofNames, ofTowns) = (rawNames.map { $0.map { rank[Int($0)] } }, rawTowns.map { $0.map { rank[Int($0)] } })
        let weights = Self.weights(words, ofNames, bearers)
        vocabulary = Vocabulary(
            tree: WordTree(sorted: words), weights: weights, names: Self.postings(ofNames, words, withFirst: false),
            towns: Self.postings(ofTowns, words, withFirst: true), sounds: SoundIndex(words))
        nameWords = Self.lists(ofNames)
        nameWeights = ContiguousArray(ofNames.map { words in UInt16(clamping: words.reduce(0) { $0 + Int(weights[Int($1)]) }) })
        (spellings, self.bearers) = (names, bearers)
    }

    func names(importances: [UInt8]) -> Names {
        Names(
            spellings: spellings, words: nameWords, places: bearers, weights: nameWeights, importances: ContiguousArray(importances))
    }

    /// In byte order, and the rank of each word there.
    private static func sorted(_ words: [Word]) -> (words: [Word], rank: [UInt32]) {
        let order = words.indices.sorted { words[$0].lexicographicallyPrecedes(words[$1]) }
        var rank = Array(repeating: UInt32(0), count: order.count)
        for (number, old) in order.enumerated() { rank[old] = UInt32(number) }
        return (order.map { words[$0] }, rank)
    }

    /// Owners by word, little words left out.
    /// - Parameter withFirst: keeps the first word even if it is little: *Le Havre* is begun with *le*.
    private static func postings(_ lists: [[UInt32]], _ words: [Word], withFirst: Bool) -> Postings {
        let isLittle = words.map { Abbreviations.little.contains($0) }
        return Postings(keys: words.count) { add in
            for (owner, list) in lists.enumerated() {
                for (position, word) in list.enumerated() where !list[..<position].contains(word) {
                    if !isLittle[Int(word)] || withFirst && position == 0 { add(word, UInt32(owner)) }
                }
            }
        }
    }

    private static func lists(_ lists: [[UInt32]]) -> Postings {
        Postings(keys: lists.count) { add in
            for (owner, list) in lists.enumerated() {
                for entry in list { add(UInt32(owner), entry) }
            }
        }
    }

    private static func weights(_ words: [Word], _ ofNames: [[UInt32]], _ bearers: Postings) -> ContiguousArray<UInt8> {
        var counts = Array(repeating: 0, count: words.count)
        for (name, words) in ofNames.enumerated() {
            for word in words { counts[Int(word)] += bearers.slots(name).count }
        }
        return ContiguousArray(words.indices.map { Vocabulary.weight(of: words[$0], in: counts[$0], of: bearers.entries.count) })
    }
}
