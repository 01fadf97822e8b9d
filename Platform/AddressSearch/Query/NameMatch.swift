/// How well a name answers a question, whatever the town.
struct NameMatch {
    /// By word of the query.
    var qualities = Qualities(repeating: 0)
    /// The share of the name that was asked for, from 0 to 1.
    var share: Float = 0

    /// Each word of the name answers one word of the query, the one it answers best.
    init(_ name: Int, _ question: Question, in base: AddressBase) {
        var found = 0
        for slot in base.names.words.slots(name) {
            let word = base.names.words.entries[slot]
            guard let span = question.spans.first(where: { $0.numbers.contains(word) }) else { continue }
            qualities[span.word] = max(qualities[span.word], span.quality)
            if span.isPair { qualities[span.word + 1] = max(qualities[span.word + 1], span.quality) }
            found += Int(base.vocabulary.weights[Int(word)]) * Int(span.quality)
        }
        share = Float(found) / Float(max(1, Int(base.names.weights[name]) * 255))
    }
}
