/// The towns that a query speaks of.
struct TownMatches {
    struct Match {
        let town: Int
        var qualities = Qualities(repeating: 0)
        /// Words found that say something.
        var words = 0
        /// The first word of its name, or its postcode, is among them.
        var isBegun = false
    }

    private(set) var all: [Match] = []
    /// The best that any town offers for each word.
    private(set) var best = Qualities(repeating: 0)
    private var slots: [UInt16]
    private static let most = Int(UInt16.max) - 1

    init(_ question: Question, in base: AddressBase) {
        slots = Array(repeating: 0, count: base.towns.count)
        for span in question.spans { add(span, question, base) }
    }

    func isNamed(_ town: UInt32) -> Bool { slots[Int(town)] > 0 }

    /// For a town that was not spoken of: nothing.
    func qualities(of town: UInt32) -> Qualities {
        let slot = slots[Int(town)]
        return slot == 0 ? Qualities(repeating: 0) : all[Int(slot) - 1].qualities
    }

    func match(_ town: UInt32) -> Match? {
        let slot = slots[Int(town)]
        return slot == 0 ? nil : all[Int(slot) - 1]
    }

    private mutating func add(_ span: Span, _ question: Question, _ base: AddressBase) {
        let towns = base.vocabulary.towns
        let word = question.query.words[span.word]
        // A letter or two say little about a town that may not have been begun yet.
        let quality = span.numbers.count > 1 && word.count < 3 ? span.quality - 60 : span.quality
        for slot in towns.slots(span.numbers) {
            let town = Int(towns.entries[slot])
            guard let index = index(of: town) else { return }
            let isNew = all[index].qualities[span.word] == 0 && !Abbreviations.little.contains(word)
            if isNew { all[index].words += 1 }
            if word.isNumber || span.numbers.contains(base.townBeginnings[town]) { all[index].isBegun = true }
            raise(&all[index], span.word, to: quality)
            if span.isPair { raise(&all[index], span.word + 1, to: quality) }
            best = pointwiseMax(best, all[index].qualities)
        }
    }

    private func raise(_ match: inout Match, _ word: Int, to quality: UInt8) {
        match.qualities[word] = max(match.qualities[word], quality)
    }

    private mutating func index(of town: Int) -> Int? {
        if slots[town] > 0 { return Int(slots[town]) - 1 }
        guard all.count < Self.most else { return nil }
        all.append(Match(town: town))
        slots[town] = UInt16(all.count)
        return all.count - 1
    }
}
