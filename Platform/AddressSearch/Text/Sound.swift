/// About how a French word sounds, so that what was heard finds what is written.
enum Sound {
    /// Nil for words too short to be told by their sound, and for numbers.
    static func key(_ word: Word) -> UInt32? {
        guard word.count > 2, !word.contains(where: \.isDigit) else { return nil }
        let sounds = heard(word)
        return sounds.isEmpty ? nil : sounds.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }

    /// The letters that are heard, in a spelling of our own: `x` for *ch*, `j` for *ge*, capitals for nasal vowels.
    static func heard(_ word: Word) -> Word {
        var (sounds, index) = (Word(), 0)
        let letters = withoutSilentEnd(word)
        while index < letters.count {
            let (sound, length) = step(letters[index...])
            for letter in sound where letter != sounds.last { sounds.append(letter) }
            index += length
        }
        return sounds
    }

    private static func step(_ rest: ArraySlice<UInt8>) -> (sound: Word, length: Int) {
        for rule in rules[Int(rest[rest.startIndex])] where rest.starts(with: rule.letters) {
            if rule.isFollowed(by: rest.dropFirst(rule.letters.count).first) { return (rule.sound, rule.letters.count) }
        }
        return ([rest[rest.startIndex]], 1)
    }

    private static func withoutSilentEnd(_ word: Word) -> Word {
        var letters = word
        while letters.count > 2, let last = letters.last {
            if letters.suffix(3) == Word("ent".utf8)[...] || !silent.contains(last) { break }
            letters.removeLast()
        }
        return letters
    }

    private static let silent = Set("estdxzp".utf8)
}

/// Letters, and what they sound like before certain letters (any, where none is named).
private struct Rule {
    enum Following { case anything, soft, vowel, noVowel }

    let letters: Word
    let sound: Word
    let following: Following

    func isFollowed(by letter: UInt8?) -> Bool {
        switch following {
        case .anything: true
        case .soft: letter.map { Rule.softening.contains($0) } ?? false
        case .vowel: letter.map { Rule.vowels.contains($0) } ?? false
        case .noVowel: letter.map { !Rule.vowels.contains($0) && !Rule.nasals.contains($0) } ?? true
        }
    }

    static let softening = Set("eiy".utf8)
    static let vowels = Set("aeiouyh".utf8)
    static let nasals = Set("mn".utf8)
}

/// By first letter; of two rules that fit, the first wins.
private let rules: [[Rule]] = {
    var rules = Array(repeating: [Rule](), count: 256)
    func add(_ following: Rule.Following, _ entries: [(String, String)]) {
        for (letters, sound) in entries {
            rules[Int(letters.utf8.first ?? 0)].append(Rule(letters: Word(letters.utf8), sound: Word(sound.utf8), following: following))
        }
    }
    add(
        .noVowel,
        [
            ("aim", "I"), ("ain", "I"), ("ein", "I"), ("ien", "iI"), ("yn", "I"), ("ym", "I"), ("im", "I"), ("in", "I"), ("un", "I"),
            ("um", "I"),
            ("aen", "A"), ("en", "A"), ("em", "A"), ("an", "A"), ("am", "A"), ("on", "O"), ("om", "O"),
        ])
    add(.soft, [("sc", "s"), ("c", "s"), ("gu", "g"), ("g", "j")])
    add(
        .anything,
        [
            ("eaux", "o"), ("eau", "o"), ("au", "o"), ("oeu", "e"), ("oe", "e"), ("ou", "u"), ("ai", "e"), ("ay", "e"), ("ei", "e"),
            ("ey", "e"),
            ("er", "er"), ("eu", "e"), ("ph", "f"), ("sch", "x"), ("ch", "x"), ("sh", "x"), ("qu", "k"), ("q", "k"), ("ck", "k"),
            ("c", "k"),
            ("gn", "n"), ("ill", "i"), ("tion", "siO"), ("th", "t"), ("h", ""), ("y", "i"), ("w", "v"), ("z", "s"), ("x", "s"), ("ij", "i"),
        ])
    return rules
}()
