/// The towns that a query speaks of.
struct TownMatches {
    struct Match {
        let town: Int
        var qualities = Qualities(repeating: 0)
        /// Words found that say something.
        var words = 0
        /// The first word of its name, or its postcode, is among them.
        var isBegun = false

        mutating func raise(_ word: Int, to quality: UInt8) { qualities[word] = max(qualities[word], quality) }
    }

    private(set) var all: [Match] = []
    /// The best that any town offers for each word.
    private(set) var best = Qualities(repeating: 0)
    /// By town: one more than its place in `all`, or 0.
    private var slots: [UInt16]

    private static let most = Int(UInt16.max) - 1
    /// A letter or two say little about a town that may not have been begun yet.
    private static let shortLoss: UInt8 = 60

    init(_ question: Question, in base: AddressBase) {
        slots = Array(repeating: 0, count: base.towns.count)
        for span in question.spans { add(span, question.query, base) }
    }

    /// Nil for a town that the query does not speak of.
    func match(_ town: UInt32) -> Match? {
        let slot = slots[Int(town)]
        return slot == 0 ? nil : all[Int(slot) - 1]
    }

    private mutating func add(_ span: Span, _ query: Query, _ base: AddressBase) {
        let word = query.words[span.word]
        let quality = span.numbers.count > 1 && word.count < 3 ? span.quality - Self.shortLoss : span.quality
        for slot in base.vocabulary.towns.slots(span.numbers) {
            let town = Int(base.vocabulary.towns.entries[slot])
            guard let index = index(of: town) else { return }
            if all[index].qualities[span.word] == 0, !query.isLittle(span.word) { all[index].words += 1 }
            if word.isNumber || span.numbers.contains(base.townBeginnings[town]) { all[index].isBegun = true }
            for word in span.word...span.lastWord { all[index].raise(word, to: quality) }
            best = pointwiseMax(best, all[index].qualities)
        }
    }

    private mutating func index(of town: Int) -> Int? {
        if slots[town] > 0 { return Int(slots[town]) - 1 }
        guard all.count < Self.most else { return nil }
        all.append(Match(town: town))
        slots[town] = UInt16(all.count)
        return all.count - 1
    }
}
