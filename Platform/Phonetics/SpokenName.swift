/// A name as it is spelled and as it sounds in French, so that « Gauthier » is found by whoever writes « Gotié ».
///
/// The sounds are ours, in the tradition of Soundex and of Phonex (Frédéric Brouard, 1999): not what a phonetician would write, but the same for
/// what an ear takes for the same. Letters that names spell at will (a final `e`, an accent, a doubled consonant, `y` for `i`) make no difference.
public struct SpokenName: Sendable, Equatable {
    /// Lower case, without accents: `gauthier`, `jean`.
    public let spelling: String
    /// Each way to read the word, of at least two sounds: `["GOTYE", "GOTYER"]`. Two names sound alike when they share one.
    public let sounds: [String]

    /// Two words that share a sound may be one name.
    public func soundsLike(_ other: SpokenName) -> Bool { sounds.contains(where: other.sounds.contains) }

    init(_ letters: [UInt8]) {
        spelling = String(decoding: letters.map(Letters.plain), as: UTF8.self)
        var sounds: [String] = []
        for reading in [letters, letters.map(Letters.plain)] {
            for ending in Endings.readings(of: reading) {
                let sound = FrenchSounds.sound(of: ending)
                if sound.utf8.count > 1, !sounds.contains(sound) { sounds.append(sound) }
            }
        }
        self.sounds = sounds
    }

    /// The words of a name in their order. Particles are glued to what follows, as many families write them: `Jean de la Haye` is `jean`,
    /// `delahaye` and `haye`; `St Martin` is `saint` and `martin`.
    /// - Parameter limit: Unicode scalars that are read, so that a long text costs no more than a short one.
    public static func words(of name: String, limit: Int = 120) -> [SpokenName] {
        var words: [SpokenName] = []
        var glued: [UInt8] = []
        for word in Letters.reading(name, limit: limit).split(separator: Letters.space).map(written) {
            if particles.contains(String(decoding: word, as: UTF8.self)) {
                glued += word
                continue
            }
            if !glued.isEmpty { words.append(SpokenName(glued + word)) }
            words.append(SpokenName(word))
            glued = []
        }
        if !glued.isEmpty { words.append(SpokenName(glued)) }
        return words
    }

    private static let particles: Set<String> = [
        "d", "de", "da", "di", "du", "des", "del", "l", "la", "le", "les", "el", "al", "ben", "van", "von",
    ]

    private static func written(_ word: Array<UInt8>.SubSequence) -> [UInt8] {
        switch String(decoding: word, as: UTF8.self) {
        case "st": Array("saint".utf8)
        case "ste": Array("sainte".utf8)
        default: Array(word)
        }
    }
}
