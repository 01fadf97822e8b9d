/// Words of the base that one word of a query may stand for, and how well: 255 for the word itself.
struct Span {
    var numbers: Range<UInt32>
    var quality: UInt8
    /// Rank in the query.
    var word: Int
    /// The next word of the query too, where both together are one word of the base.
    var isPair = false
    /// That word is still being typed.
    var isTyped = false

    var lastWord: Int { isPair ? word + 1 : word }
}

/// How much each way of matching is worth.
enum Quality {
    static let exact: UInt8 = 255
    static let meaning: UInt8 = 248
    static let pair: UInt8 = 244
    /// What may yet become another word.
    static let typedMeaning: UInt8 = 226
    static let sound: UInt8 = 214
    static let initial: UInt8 = 140
    /// The street is there, its number is not.
    static let unknownNumber: UInt8 = 90
    /// Up to here a word wants a better explanation.
    static let doubtful: UInt8 = 150
    /// For an error in a word that is only begun.
    static let beginningLoss: UInt8 = 12

    /// For the word being typed the beginning is all that can be asked; elsewhere it is somebody's own abbreviation.
    static func beginning(of length: Int, isTyped: Bool) -> UInt8 {
        guard isTyped else { return length > 2 ? 186 : initial }
        return length > 3 ? 242 : length > 2 ? 230 : 205
    }

    /// The longer the word, the less an error matters.
    static func near(_ length: Int, errors: Int) -> UInt8 { UInt8(max(60, 255 - 330 * errors / (length + 1))) }

    static func allowedErrors(_ length: Int) -> Int { length < 3 ? 0 : length < 5 ? 1 : 2 }
}
