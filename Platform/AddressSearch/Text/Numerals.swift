/// Numbers written in words or as Roman numerals, turned into digits.
enum Numerals {
    /// `huit mai mille neuf cent quarante cinq` becomes `8 mai 1945`, `premier` `1e`, `henri iv` `henri 4`.
    static func asDigits(_ words: [Word]) -> [Word] {
        guard words.contains(where: { values[$0] != nil || others[$0] != nil }) else { return words }
        var result: [Word] = []
        var index = 0
        while index < words.count {
            if let other = others[words[index]] {
                result.append(other)
                index += 1
            } else if let (value, count) = number(at: index, of: words) {
                result.append(Word("\(value)".utf8))
                index += count
            } else {
                result.append(words[index])
                index += 1
            }
        }
        return result
    }

    /// For a word that is being typed: the digits of the number words that begin with it.
    static func beginning(with word: Word) -> [Word] {
        guard word.count > 1 else { return [] }
        return values.filter { $0.key.starts(with: word) }.map { Word("\($0.value)".utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// `neuf` alone stays a word, for it is an adjective too (`Pont-Neuf`).
    private static func number(at start: Int, of words: [Word]) -> (value: Int, count: Int)? {
        var (reading, index) = (NumberReading(), start)
        while index < words.count {
            if words[index] == and {
                guard index + 1 < words.count, let next = values[words[index + 1]], reading.takesAnd(before: next) else { break }
                index += 1
            }
            guard let value = values[words[index]], reading.take(value) else { break }
            index += 1
        }
        guard index > start, index > start + 1 || words[start] != nine else { return nil }
        return (reading.value, index - start)
    }

    private static let and = Word("et".utf8)
    static let nine = Word("neuf".utf8)
    static let nineDigit = Word("9".utf8)

    static let values: [Word: Int] = table([
        "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
        "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40,
        "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80, "nonante": 90, "cent": 100, "cents": 100,
        "mille": 1000, "mil": 1000,
    ])

    private static let others: [Word: Word] = table([
        "premier": "1e", "premiere": "1e", "deuxieme": "2e", "troisieme": "3e", "quatrieme": "4e", "cinquieme": "5e", "sixieme": "6e",
        "septieme": "7e", "huitieme": "8e", "neuvieme": "9e", "dixieme": "10e", "onzieme": "11e", "douzieme": "12e", "ii": "2",
        "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12", "xiii": "13", "xiv": "14",
        "xv": "15", "xvi": "16", "xviii": "18", "xxiii": "23",
    ]).mapValues { Word($0.utf8) }

    private static func table<Value>(_ entries: [String: Value]) -> [Word: Value] {
        Dictionary(uniqueKeysWithValues: entries.map { (Word($0.key.utf8), $0.value) })
    }
}

/// A number read word by word, up to 999,999.
private struct NumberReading {
    private var thousands = 0
    private var rest = 0

    var value: Int { thousands * 1000 + rest }

    /// False for a word that begins another number.
    mutating func take(_ word: Int) -> Bool {
        switch word {
        case 1000:
            guard thousands == 0 else { return false }
            (thousands, rest) = (max(rest, 1), 0)
        case 100:
            guard rest < 20 else { return false }
            rest = max(rest, 1) * 100
        case 20 where rest % 100 == 4:
            rest += 76
        default:
            guard fits(word) else { return false }
            rest += word
        }
        return true
    }

    func takesAnd(before next: Int) -> Bool { (next == 1 || next == 11) && rest % 100 >= 20 && fits(next) }

    private func fits(_ word: Int) -> Bool {
        let below = rest % 100
        if below == 0 { return true }
        guard word < 20, below % 10 == 0 else { return false }
        return below == 10 || below == 70 || below == 90 ? (7...9).contains(word) : word < 10 || below == 60 || below == 80
    }
}
