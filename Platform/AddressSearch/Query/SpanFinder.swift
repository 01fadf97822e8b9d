/// Looks up what the words of a query may stand for.
struct SpanFinder {
    private let query: Query
    private let vocabulary: Vocabulary
    private let isThorough: Bool
    private(set) var spans: [Span] = []

    private static let mostNear = 48

    init(query: Query, vocabulary: Vocabulary, isThorough: Bool) {
        (self.query, self.vocabulary, self.isThorough) = (query, vocabulary, isThorough)
    }

    mutating func findAll() {
        for rank in query.words.indices { find(rank) }
        guard query.isOpen else { return }
        for index in spans.indices { spans[index].isTyped = spans[index].lastWord == query.words.count - 1 }
    }

    private mutating func find(_ rank: Int) {
        let (word, isTyped) = (query.words[rank], query.isTyped(rank))
        let exact = vocabulary.tree.numbers(of: word)
        add(exact, Quality.exact, rank)
        for meaning in meanings(word, isTyped: isTyped) {
            add(vocabulary.tree.numbers(of: meaning), isTyped ? Quality.typedMeaning : Quality.meaning, rank)
        }
        let beginnings = beginnings(word, isTyped: isTyped)
        add(beginnings, Quality.beginning(of: word.count, isTyped: isTyped), rank)
        addPairs(rank)
        guard !word.contains(where: \.isDigit), !query.isLittle(rank) else { return }
        for number in vocabulary.sounds.alike(word) where !exact.contains(number) { add(number..<number + 1, Quality.sound, rank) }
        if isThorough || exact.isEmpty && !(isTyped && !beginnings.isEmpty) { addNear(rank, isTyped: isTyped) }
    }

    private mutating func add(_ numbers: Range<UInt32>, _ quality: UInt8, _ rank: Int, isPair: Bool = false) {
        if !numbers.isEmpty { spans.append(Span(numbers: numbers, quality: quality, word: rank, isPair: isPair)) }
    }

    private func meanings(_ word: Word, isTyped: Bool) -> [Word] {
        var meanings = Abbreviations.meanings(of: word)
        if isTyped { meanings += Numerals.beginning(with: word) + Numerals.asDigits([word]).filter { $0 != word } }
        if word == Numerals.nine { meanings.append(Numerals.nineDigit) }
        if word == Numerals.nineDigit { meanings.append(Numerals.nine) }
        return meanings
    }

    /// Of the word being typed always; of the others where it is likely to be somebody's abbreviation (`vict hugo`, `v hugo`).
    private func beginnings(_ word: Word, isTyped: Bool) -> Range<UInt32> {
        let isAbbreviation = !word.isNumber && (word.count > 2 || word.count == 1 && !Abbreviations.little.contains(word))
        return isTyped || isAbbreviation ? vocabulary.tree.numbers(beginningWith: word) : 0..<0
    }

    /// Two words that are one in the base: `grand rue` for *Grandrue*.
    private mutating func addPairs(_ rank: Int) {
        guard rank + 1 < query.words.count, query.words[rank].count > 1, query.words[rank + 1].count > 1 else { return }
        let pair = Word((query.words[rank] + query.words[rank + 1]).prefix(Word.longest))
        if pair.isNumber { return }
        if query.isTyped(rank + 1) {
            add(vocabulary.tree.numbers(beginningWith: pair), Quality.beginning(of: pair.count, isTyped: true), rank, isPair: true)
        } else {
            add(vocabulary.tree.numbers(of: pair), Quality.pair, rank, isPair: true)
        }
    }

    private mutating func addNear(_ rank: Int, isTyped: Bool) {
        let word = query.words[rank]
        let most = Quality.allowedErrors(word.count)
        var near = most > 0 ? vocabulary.tree.near(word, limit: 1, beginning: isTyped && word.count > 3) : []
        if most > 1, near.isEmpty || isThorough { near = vocabulary.tree.near(word, limit: 2, beginning: isTyped && word.count > 5) }
        near.sort { ($0.errors, $0.numbers.lowerBound) < ($1.errors, $1.numbers.lowerBound) }
        for found in near.prefix(Self.mostNear) where found.errors > 0 {
            let loss = found.numbers.count > 1 ? Quality.beginningLoss : 0
            add(found.numbers, Quality.near(word.count, errors: found.errors) - loss, rank)
        }
    }
}
