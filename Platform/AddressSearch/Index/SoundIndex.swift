/// Words by how they sound.
struct SoundIndex: Sendable {
    private let keys: ContiguousArray<UInt32>
    private let words: ContiguousArray<UInt32>

    var bytes: Int { keys.count * 8 }

    /// - Parameter words: the vocabulary, in order.
    init(_ words: [Word]) {
        let pairs = words.enumerated().compactMap { number, word in Sound.key(word).map { (key: $0, word: UInt32(number)) } }
            .sorted { ($0.key, $0.word) < ($1.key, $1.word) }
        keys = ContiguousArray(pairs.map(\.key))
        self.words = ContiguousArray(pairs.map(\.word))
    }

    /// Numbers of the words that sound like this one.
    func alike(_ word: Word) -> [UInt32] {
        guard let key = Sound.key(word) else { return [] }
        let start = keys.firstIndex(notBefore: key)
        return keys[start...].prefix { $0 == key }.indices.map { words[$0] }
    }
}

extension RandomAccessCollection where Index == Int {
    /// In a sorted collection, the first place whose element is not before `element`; the end if all are.
    func firstIndex(notBefore element: Element) -> Int where Element: Comparable {
        firstIndex { $0 < element }
    }

    /// The first place whose element is not `before`; those that are come first.
    func firstIndex(before: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if before(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
