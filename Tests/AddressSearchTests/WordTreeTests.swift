import Testing

@testable import AddressSearch

@Suite struct WordTreeTests {
    private static let words = ["a", "ab", "abbe", "abeille", "abel", "bel", "belle", "bellevue", "cane", "canne", "lac", "lacs"].map {
        Word($0.utf8)
    }
    private let tree = WordTree(sorted: words)

    @Test func numbersWordsInOrder() {
        for (number, word) in Self.words.enumerated() { #expect(tree.number(of: word) == UInt32(number)) }
        #expect(tree.count == Self.words.count)
    }

    @Test(arguments: ["", "b", "abb", "lacss", "z", "bellevues"])
    func doesNotKnowOtherWords(word: String) {
        #expect(tree.number(of: Word(word.utf8)) == nil)
    }

    @Test(arguments: [("a", 0..<5), ("abe", 3..<5), ("bel", 5..<8), ("lacs", 11..<12), ("x", 0..<0), ("", 0..<12)])
    func findsBeginnings(word: String, expected: Range<Int>) {
        #expect(tree.numbers(beginningWith: Word(word.utf8)).map(Int.init) == Array(expected))
    }

    @Test func isEmptyWithoutWords() {
        let empty = WordTree(sorted: [])
        #expect(empty.count == 0)
        #expect(empty.near(Word("abc".utf8), limit: 2).isEmpty)
        #expect(empty.numbers(beginningWith: Word("a".utf8)).isEmpty)
    }

    /// Against a comparison of every pair, on words of few letters so that many are near.
    @Test(arguments: 1...2)
    func findsTheWordsThatAreNear(limit: Int) {
        var chance = SeededGenerator(seed: 7)
        let words = Set((0..<400).map { _ in word(&chance) }).sorted { $0.lexicographicallyPrecedes($1) }
        let tree = WordTree(sorted: words)
        for _ in 0..<100 {
            let asked = word(&chance)
            let found = tree.near(asked, limit: limit)
            let expected = words.enumerated().filter { distance(asked, $0.element) <= limit }
            #expect(found.map { Int($0.numbers.lowerBound) } == expected.map(\.offset))
            #expect(found.map(\.errors) == expected.map { distance(asked, $0.element) })
        }
    }

    @Test func findsTheWordsOfWhichTheBeginningIsNear() {
        var chance = SeededGenerator(seed: 8)
        let words = Set((0..<400).map { _ in word(&chance) }).sorted { $0.lexicographicallyPrecedes($1) }
        let tree = WordTree(sorted: words)
        for _ in 0..<100 {
            let asked = word(&chance)
            let found = Set(tree.near(asked, limit: 1, beginning: true).flatMap(\.numbers).map(Int.init))
            let expected = words.indices.filter { index in
                (0...words[index].count).contains { distance(asked, Array(words[index].prefix($0))) <= 1 }
            }
            #expect(found == Set(expected))
        }
    }

    private func word(_ chance: inout SeededGenerator) -> Word {
        (0..<Int.random(in: 3...7, using: &chance)).map { _ in UInt8.random(in: 97...100, using: &chance) }
    }

    /// Optimal string alignment, in full.
    private func distance(_ a: Word, _ b: Word) -> Int {
        var rows = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count { rows[i][0] = i }
        for j in 0...b.count { rows[0][j] = j }
        for i in 1..<a.count + 1 {
            for j in 1..<b.count + 1 where !b.isEmpty {
                rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1) }
            }
        }
        return rows[a.count][b.count]
    }
}
