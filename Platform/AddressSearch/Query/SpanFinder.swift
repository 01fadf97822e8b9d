/// Looks up what the words of a query may stand for.
struct SpanFinder {
    let query: Query
    let vocabulary: Vocabulary
    let isThorough: Bool
    private(set) var spans: [Span] = []

    private static let mostNear = 48

    init(query: Query, vocabulary: Vocabulary, isThorough: Bool) {
        (self.query, self.vocabulary, self.isThorough) = (query, vocabulary, isThorough)
    }

    mutating func findAll() {
        for rank in query.words.indices { find(rank) }
        guard query.isOpen else { return }
        for index in spans.indices { spans[index].isTyped = spans[index].word + (spans[index].isPair ? 2 : 1) == query.words.count }
    }

    private mutating func find(_ rank: Int) {
        let word = query.words[rank]
        let isTyped = query.isOpen && rank == query.words.count - 1
        let exact = vocabulary.tree.number(of: word)
        if let exact { add(exact, Quality.exact, rank) }
        for meaning in meanings(word, isTyped: isTyped) {
            if let number = vocabulary.tree.number(of: meaning) { add(number, isTyped ? Quality.typedMeaning : Quality.meaning, rank) }
        }
        let beginnings = addBeginnings(rank, isTyped: isTyped)
        addPairs(rank)
        guard !word.contains(where: \.isDigit), !Abbreviations.little.contains(word) else { return }
        for number in vocabulary.sounds.alike(word) where number != exact { add(number, Quality.sound, rank) }
        if isThorough || exact == nil && !(isTyped && beginnings) { addNear(rank, isTyped: isTyped) }
    }

    private mutating func add(_ number: UInt32, _ quality: UInt8, _ rank: Int) {
        spans.append(Span(numbers: number..<number + 1, quality: quality, word: rank))
    }

    private func meanings(_ word: Word, isTyped: Bool) -> [Word] {
        var meanings = Abbreviations.meanings(of: word)
        if isTyped { meanings += Numerals.beginning(with: word) + Numerals.asDigits([word]).filter { $0 != word } }
        if word == Numerals.nine { meanings.append([UInt8(ascii: "9")]) }
        if word == [UInt8(ascii: "9")] { meanings.append(Numerals.nine) }
        return meanings
    }

    private mutating func addBeginnings(_ rank: Int, isTyped: Bool) -> Bool {
        let word = query.words[rank]
        guard isTyped || word.count > 2 && !word.isNumber || word.count == 1 && !word.isNumber && !Abbreviations.little.contains(word)
        else { return false }
        let numbers = vocabulary.tree.numbers(beginningWith: word)
        guard !numbers.isEmpty else { return false }
        spans.append(Span(numbers: numbers, quality: Quality.beginning(of: word.count, isTyped: isTyped), word: rank))
        return true
    }

    private mutating func addPairs(_ rank: Int) {
        guard rank + 1 < query.words.count, query.words[rank].count > 1, query.words[rank + 1].count > 1 else { return }
        let pair = Word((query.words[rank] + query.words[rank + 1]).prefix(Word.longest))
        let isTyped = query.isOpen && rank + 2 == query.words.count && pair.count > 3 && !pair.isNumber
        let numbers = isTyped ? vocabulary.tree.numbers(beginningWith: pair) : vocabulary.tree.number(of: pair).map { $0..<$0 + 1 } ?? 0..<0
        guard !numbers.isEmpty, !pair.isNumber else { return }
        spans.append(
            Span(numbers: numbers, quality: isTyped ? Quality.beginning(of: 3, isTyped: true) : Quality.pair, word: rank, isPair: true))
    }

    private mutating func addNear(_ rank: Int, isTyped: Bool) {
        let word = query.words[rank]
        let most = Quality.allowedErrors(word.count)
        guard most > 0 else { return }
        var near = vocabulary.tree.near(word, limit: 1, beginning: isTyped && word.count > 3)
        if most > 1, near.isEmpty || isThorough { near = vocabulary.tree.near(word, limit: 2, beginning: isTyped && word.count > 5) }
        for found in near.sorted(by: { ($0.errors, $0.numbers.lowerBound) < ($1.errors, $1.numbers.lowerBound) }).prefix(Self.mostNear) {
            let quality = Quality.near(word.count, errors: found.errors)
            guard found.errors > 0 else { continue }
            spans.append(Span(numbers: found.numbers, quality: quality - (found.numbers.count > 1 ? 12 : 0), word: rank))
        }
    }
}
