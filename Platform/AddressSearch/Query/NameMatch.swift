/// How well a name answers a question, whatever the town.
struct NameMatch {
    /// By word of the query.
    private(set) var qualities = Qualities(repeating: 0)
    /// The share of the name that was asked for, from 0 to 1.
    private(set) var share: Float = 0
    /// The share of its words that follow each other as they were typed.
    private(set) var order: Float = 1

    /// What follows the word that is being typed is not missed as what comes before it is.
    private static let followingShare: Float = 0.15

    /// Each word of the name answers one word of the query, the one it answers best.
    init(_ name: Int, _ question: Question, in base: AddressBase) {
        var (found, asked, missing, following) = (0, 0, 0, 0)
        var (matched, inOrder, last) = (0, 0, -2)
        for slot in base.names.words.slots(name) {
            let word = base.names.words.entries[slot]
            let weight = Int(base.vocabulary.weights[Int(word)])
            guard let span = span(for: word, question.spans) else {
                following += weight
                continue
            }
            for word in span.word...span.lastWord { qualities[word] = max(qualities[word], span.quality) }
            (found, asked) = (found + weight * Int(span.quality), asked + weight)
            matched += 1
            if span.word == last + 1 { inOrder += 1 }
            last = span.lastWord
            if span.isTyped { (missing, following) = (missing + following, 0) }
        }
        let isBegun = last == question.query.words.count - 1 && question.query.isOpen
        let all = Float(asked + missing) + (isBegun ? Self.followingShare : 1) * Float(following)
        share = Float(found) / (255 * max(1, all))
        if matched > 1 { order = Float(inOrder) / Float(matched - 1) }
    }

    /// The best one, preferably for a word of the query that still lacks an answer: *saint* may stand in both twice.
    private func span(for word: UInt32, _ spans: [Span]) -> Span? {
        var first: Span?
        for span in spans where span.numbers.contains(word) {
            if qualities[span.word] == 0 { return span }
            first = first ?? span
        }
        return first
    }
}
