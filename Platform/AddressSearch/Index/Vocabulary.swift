/// The words of names and towns, how much each says, and where each stands.
struct Vocabulary: Sendable {
    let tree: WordTree
    /// From 0 to 255: little for *rue*, much for a word that only one street has.
    let weights: ContiguousArray<UInt8>
    /// Names by word; without the little words, which nearly all have.
    let names: Postings
    /// Towns by word, the postcode being one of their words.
    let towns: Postings
    let sounds: SoundIndex

    var bytes: Int { tree.bytes + weights.count + names.bytes + towns.bytes + sounds.bytes }

    static let littleWeight: UInt8 = 12
    static let wayWeight: UInt8 = 72

    /// The rarer the heavier.
    static func weight(of word: Word, in places: Int, of all: Int) -> UInt8 {
        if Abbreviations.little.contains(word) || word.count == 1 && !word.isNumber { return littleWeight }
        if Abbreviations.ways.contains(word) { return wayWeight }
        let rarity = 1 - logarithm(Double(max(1, places))) / logarithm(Double(max(2, all)))
        return UInt8(min(255, max(96, 96 + 159 * rarity)))
    }
}
