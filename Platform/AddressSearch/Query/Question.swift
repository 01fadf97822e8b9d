/// One value per word of a query.
typealias Qualities = SIMD16<UInt8>

/// A query against the words of a base: for each of its words what it may stand for, and how much it weighs.
final class Question {
    let query: Query
    /// The better ones first.
    let spans: [Span]
    /// They add up to 256, or a little less.
    let weights: SIMD16<UInt16>
    /// Ranks of the words that may be a house number; five digits are a postcode first.
    let houseNumbers: [Int]
    /// The best that a house can add: 255 for those words and what may be their suffix.
    let houseHope: Qualities
    private let scale: Float

    /// - Parameter isThorough: looks for typing errors in words that the base knows, too.
    init(_ query: Query, in vocabulary: Vocabulary, isThorough: Bool) {
        var finder = SpanFinder(query: query, vocabulary: vocabulary, isThorough: isThorough)
        finder.findAll()
        let spans = finder.spans.sorted { ($1.quality, $0.word, $0.numbers.lowerBound) < ($0.quality, $1.word, $1.numbers.lowerBound) }
        let raw = query.words.indices.map { rank in Self.weight(rank, of: query, spans.filter { $0.word == rank }, vocabulary) }
        let sum = max(1, raw.reduce(0, +))
        var weights = SIMD16<UInt16>(repeating: 0)
        for (rank, weight) in raw.enumerated() { weights[rank] = UInt16(weight * 256 / sum) }
        (self.query, self.spans, self.weights) = (query, spans, weights)
        scale = 1 / Float(max(1, UInt32(weights.wrappedSum()) * 255))
        let numbers = query.words.indices.filter { query.number($0) != nil && query.words[$0].count < 9 }
        let short = numbers.filter { !query.words[$0].isNumber || query.words[$0].count < 5 }
        houseNumbers = short.isEmpty ? numbers : short
        var hope = Qualities(repeating: 0)
        for rank in houseNumbers {
            hope[rank] = 255
            if rank + 1 < query.words.count, HouseSuffix(query.words[rank + 1]) != nil { hope[rank + 1] = 255 }
        }
        houseHope = hope
    }

    /// The share of what was typed that can be found at most, if the house is there.
    func hope(_ qualities: Qualities) -> Float { share(pointwiseMax(qualities, houseHope)) }

    /// The share of what was typed that was found, from 0 to 1.
    func share(_ qualities: Qualities) -> Float {
        let found = (SIMD16<UInt16>(truncatingIfNeeded: qualities) &* weights).wrappedSum()
        return Float(found) * scale
    }

    private static let unknownWeight = 170
    private static let numberWeight = 110
    private static let suffixWeight = 24

    private static func weight(_ rank: Int, of query: Query, _ spans: [Span], _ vocabulary: Vocabulary) -> Int {
        let word = query.words[rank]
        if word.isNumber { return numberWeight }
        if rank > 0, query.words[rank - 1].isNumber, HouseSuffix(word) != nil { return suffixWeight }
        if Abbreviations.little.contains(word) { return Int(Vocabulary.littleWeight) }
        guard let best = spans.first else { return unknownWeight }
        if best.numbers.count > 1 { return min(unknownWeight, 60 * word.count) }
        return Int(vocabulary.weights[Int(best.numbers.lowerBound)])
    }
}
