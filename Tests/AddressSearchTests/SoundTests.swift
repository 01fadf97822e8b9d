import Testing

@testable import AddressSearch

@Suite struct SoundTests {
    @Test(arguments: [
        ("philippe", "filip"), ("jaures", "jores"), ("thoreau", "toro"), ("quai", "kai"), ("bizet", "biset"), ("renoir", "rennoir"),
        ("peintre", "pintre"), ("champs", "chams"), ("gymnase", "jimnaze"), ("lilas", "lila"), ("chateau", "chato"), ("mozart", "mosar"),
    ])
    func hearsNoDifference(written: String, heard: String) {
        #expect(Sound.key(Word(written.utf8)) == Sound.key(Word(heard.utf8)))
    }

    @Test(arguments: [("gare", "mare"), ("pasteur", "pasteis"), ("hugo", "gogo"), ("lilas", "lola")])
    func hearsADifference(one: String, other: String) {
        #expect(Sound.key(Word(one.utf8)) != Sound.key(Word(other.utf8)))
    }

    @Test(arguments: ["", "a", "le", "12", "1945", "3e"])
    func cannotTellShortWordsAndNumbers(word: String) {
        #expect(Sound.key(Word(word.utf8)) == nil)
    }

    @Test func hearsAnyLetters() {
        var chance = SeededGenerator(seed: 5)
        for _ in 0..<2_000 {
            let word = (0..<Int.random(in: 3...30, using: &chance)).map { _ in UInt8.random(in: 97...122, using: &chance) }
            #expect(Sound.heard(word).count <= word.count * 2)
        }
    }
}
