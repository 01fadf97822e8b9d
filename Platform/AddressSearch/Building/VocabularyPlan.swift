/// From the names and the towns, in their final order, to the words and where they stand.
struct VocabularyPlan {
    let vocabulary: Vocabulary
    private let spellings: [String]
    private let nameWords: Postings
    private let bearers: Postings
    private let nameWeights: ContiguousArray<UInt16>

    init(names: [String], bearers: Postings, towns: [Town]) {
        var words = Numbered<Word>()
        let ofNames = names.map { AddressText.words(ofName: $0).map { words.number(of: $0) } }
        let ofTowns = towns.map { town in
            [town.city, town.former, town.postcode].flatMap { AddressText.words(ofName: $0) }.map { words.number(of: $0) }
        }
        let order = words.things.indices.sorted { words.things[$0].lexicographicallyPrecedes(words.things[$1]) }
        var rank = Array(repeating: UInt32(0), count: order.count)
        for (number, old) in order.enumerated() { rank[old] = UInt32(number) }
        let sorted = order.map { words.things[$0] }
        let weights = Self.weights(sorted, ofNames.map { $0.map { rank[Int($0)] } }, bearers)
        let isLittle = sorted.map { Abbreviations.little.contains($0) }

        vocabulary = Vocabulary(
            tree: WordTree(sorted: sorted), weights: weights,
            names: Self.postings(ofNames, rank) { word, _ in !isLittle[Int(word)] },
            towns: Self.postings(ofTowns, rank) { word, position in !isLittle[Int(word)] || position == 0 },
            sounds: SoundIndex(sorted))
        nameWords = Postings(keys: names.count) { add in
            for (name, words) in ofNames.enumerated() {
                for word in words { add(UInt32(name), rank[Int(word)]) }
            }
        }
        nameWeights = ContiguousArray(
            ofNames.map { words in UInt16(min(65535, words.reduce(0) { $0 + Int(weights[Int(rank[Int($1)])]) })) })
        (spellings, self.bearers) = (names, bearers)
    }

    func names(importances: [UInt8]) -> Names {
        Names(
            spellings: spellings, words: nameWords, places: bearers, weights: nameWeights, importances: ContiguousArray(importances))
    }

    private static func postings(_ words: [[UInt32]], _ rank: [UInt32], where isKept: (UInt32, Int) -> Bool) -> Postings {
        Postings(keys: rank.count) { add in
            for (owner, words) in words.enumerated() {
                for (position, word) in words.enumerated() where isKept(rank[Int(word)], position) && !words[..<position].contains(word) {
                    add(rank[Int(word)], UInt32(owner))
                }
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
