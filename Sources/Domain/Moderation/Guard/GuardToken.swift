/// A piece of a text as the guard reads it: a word without accents or capitals, a number, or a sign.
struct GuardToken: Equatable {
    enum Kind: Equatable {
        case word
        case number(Double)
        /// `€`, and words for it.
        case currency
        /// `/`, `%`, `@`…
        case sign
        /// Where a clause or a sentence ends: a denial does not reach across it.
        case pause, stop
    }

    var kind: Kind
    /// Folded: `remunere` for « Rémunéré ».
    var text: String
    /// Where it stands in the original text.
    var range: Range<String.Index>
    /// Nothing stands between it and the token before.
    var isAttached: Bool

    var isAmount: Bool {
        if case .number = kind { true } else { false }
    }
}
