/// The words of an address base in byte order, as a tree laid out in one line: a node is followed by everything below it.
///
/// A word's number is its rank, so that all the words with one beginning are a range of numbers.
struct WordTree: Sendable {
    /// Of the edge that leads to the node; the root has none.
    let letters: ContiguousArray<UInt8>
    let depths: ContiguousArray<UInt8>
    /// The first node that is no longer below this one.
    let ends: ContiguousArray<UInt32>
    /// Words that end before the node; one entry more than there are nodes.
    let wordsBefore: ContiguousArray<UInt32>

    var count: Int { Int(wordsBefore[wordsBefore.count - 1]) }
    var bytes: Int { letters.count * 2 + ends.count * 4 + wordsBefore.count * 4 }

    /// - Parameter words: in byte order, each once, none empty.
    init(sorted words: [Word]) {
        var plan = Plan()
        for word in words { plan.add(word) }
        plan.close(downTo: 0)
        plan.wordsBefore.append(UInt32(words.count))
        (letters, depths, ends, wordsBefore) = (plan.letters, plan.depths, plan.ends, plan.wordsBefore)
    }

    func number(of word: Word) -> UInt32? {
        guard !word.isEmpty, let node = node(at: word), endsWord(node) else { return nil }
        return wordsBefore[node]
    }

    /// The word's number alone, or an empty range.
    func numbers(of word: Word) -> Range<UInt32> { number(of: word).map { $0..<$0 + 1 } ?? 0..<0 }

    func numbers(beginningWith word: Word) -> Range<UInt32> {
        guard let node = node(at: word) else { return 0..<0 }
        return words(below: node)
    }

    func endsWord(_ node: Int) -> Bool { wordsBefore[node + 1] > wordsBefore[node] }
    func words(below node: Int) -> Range<UInt32> { wordsBefore[node]..<wordsBefore[Int(ends[node])] }

    private func node(at word: Word) -> Int? {
        var node = 0
        for letter in word {
            let end = Int(ends[node])
            var child = node + 1
            while child < end, letters[child] != letter { child = Int(ends[child]) }
            guard child < end else { return nil }
            node = child
        }
        return node
    }

    private struct Plan {
        var letters: ContiguousArray<UInt8> = [0]
        var depths: ContiguousArray<UInt8> = [0]
        var ends: ContiguousArray<UInt32> = [0]
        var wordsBefore: ContiguousArray<UInt32> = [0]
        private var open = [0]
        private var last: Word = []
        private var words: UInt32 = 0

        mutating func add(_ word: Word) {
            let shared = zip(last, word).prefix { $0 == $1 }.count
            close(downTo: shared + 1)
            for (depth, letter) in word.enumerated().dropFirst(shared) {
                open.append(letters.count)
                letters.append(letter)
                depths.append(UInt8(depth + 1))
                ends.append(0)
                wordsBefore.append(words)
            }
            words += 1
            last = word
        }

        /// The nodes on the way to the last word that nothing will follow any more.
        mutating func close(downTo depth: Int) {
            while open.count > depth { ends[open.removeLast()] = UInt32(letters.count) }
        }
    }
}
