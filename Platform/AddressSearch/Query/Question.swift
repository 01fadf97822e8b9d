/// One value per word of a query.
typealias Qualities = SIMD16<UInt8>

/// A query against the words of a base: for each of its words what it may stand for, and how much it weighs.
final class Question {
    let query: Query
    /// The better ones first.
    let spans: [Span]
    /// Ranks of the words that may be a house number; five digits are a postcode first.
    let houseNumbers: [Int]
    /// The best that a house can add: 255 for those words and what may be their suffix.
    private let houseHope: Qualities
    /// They add up to 256, or a little less.
    private let weights: SIMD16<UInt16>
    private let scale: Float

    /// - Parameter isThorough: looks for typing errors in words that the base knows, too.
    init(_ query: Query, in vocabulary: Vocabulary, isThorough: Bool) {
        var finder = SpanFinder(query: query, vocabulary: vocabulary, isThorough: isThorough)
        finder.findAll()
        self.query = query
        spans = finder.spans.sorted { ($1.quality, $0.word, $0.numbers.lowerBound) < ($0.quality, $1.word, $1.numbers.lowerBound) }
        weights = Self.weights(query, spans, vocabulary)
        scale = 1 / Float(max(1, UInt32(weights.wrappedSum()) * 255))
        houseNumbers = Self.houseNumbers(query)
        houseHope = Self.hope(query, houseNumbers)
    }

    /// The share of what was typed that was found, from 0 to 1.
    func share(_ qualities: Qualities) -> Float {
        Float((SIMD16<UInt16>(truncatingIfNeeded: qualities) &* weights).wrappedSum()) * scale
    }

    /// That share at most, if the house is there.
    func hope(_ qualities: Qualities) -> Float { share(pointwiseMax(qualities, houseHope)) }

    private static func houseNumbers(_ query: Query) -> [Int] {
        let numbers = query.words.indices.filter { query.number($0) != nil }
        let short = numbers.filter { !query.words[$0].isNumber || query.words[$0].count < 5 }
        return short.isEmpty ? numbers : short
    }

    private static func hope(_ query: Query, _ houseNumbers: [Int]) -> Qualities {
        var hope = Qualities(repeating: 0)
        for rank in houseNumbers {
            hope[rank] = 255
            if query.suffix(after: rank) != nil { hope[rank + 1] = 255 }
        }
        return hope
    }
}

// MARK: - Weights

extension Question {
    private static let unknownWeight = 170
    private static let numberWeight = 110
    private static let suffixWeight = 24
    /// Of a word of which only the beginning is known, by letter.
    private static let letterWeight = 60

    private static func weights(_ query: Query, _ spans: [Span], _ vocabulary: Vocabulary) -> SIMD16<UInt16> {
        let raw = query.words.indices.map { rank in weight(rank, query, spans.first { $0.word == rank }, vocabulary) }
        let sum = max(1, raw.reduce(0, +))
        var weights = SIMD16<UInt16>(repeating: 0)
        for (rank, weight) in raw.enumerated() { weights[rank] = UInt16(weight * 256 / sum) }
        return weights
    }

    private static func weight(_ rank: Int, _ query: Query, _ best: Span?, _ vocabulary: Vocabulary) -> Int {
        if query.words[rank].isNumber { return numberWeight }
        if rank > 0, query.words[rank - 1].isNumber, query.suffix(after: rank - 1) != nil { return suffixWeight }
        if query.isLittle(rank) { return Int(Vocabulary.littleWeight) }
        guard let best else { return unknownWeight }
        if best.numbers.count > 1 { return min(unknownWeight, letterWeight * query.words[rank].count) }
        return Int(vocabulary.weights[Int(best.numbers.lowerBound)])
    }
}
