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
        var sounds = Word()
        var rest = withoutSilentEnd(word)
        while let first = rest.first {
            let rule = SoundRule.all[Int(first)].first { $0.fits(rest) }
            for sound in rule?.sound ?? [first] where sound != sounds.last { sounds.append(sound) }
            rest = rest.dropFirst(rule?.letters.count ?? 1)
        }
        return sounds
    }

    private static func withoutSilentEnd(_ word: Word) -> ArraySlice<UInt8> {
        var letters = word[...]
        while letters.count > 2, let last = letters.last, silent.contains(last), !letters.suffix(3).elementsEqual(ent) {
            letters.removeLast()
        }
        return letters
    }

    private static let silent = Set("estdxzp".utf8)
    private static let ent = Word("ent".utf8)
}
