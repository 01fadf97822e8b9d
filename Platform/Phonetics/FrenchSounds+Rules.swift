extension FrenchSounds {
    /// The longer before the shorter. `Y` is the glide of `Guyot` and `Guillot`, `C` the sound of `ch`, `_` an `e` that is not heard.
    static let rules = vowelRules + consonantRules

    private static let vowelRules: [Rule] = [
        Rule("aill", "AY"), Rule("ail", "AY", before: .end), Rule("ain", "IN", before: .nasal), Rule("aim", "IN", before: .nasal),
        Rule("ay", "EY", before: .vowel), Rule("ai", "EY", before: .vowel), Rule("ay", "E"), Rule("ai", "E"), Rule("au", "O"),
        Rule("ae", "E"), Rule("an", "AN", before: .nasal), Rule("am", "AN", before: .nasal), Rule("a", "A"),
        Rule("eaux", "O", before: .end), Rule("eau", "O"), Rule("ean", "AN", before: .nasal), Rule("euill", "EY"), Rule("euil", "EY"),
        Rule("eill", "EY"), Rule("eil", "EY", before: .end), Rule("ein", "IN", before: .nasal), Rule("eim", "IN", before: .nasal),
        Rule("ey", "EY", before: .vowel), Rule("ei", "EY", before: .vowel), Rule("ey", "E"), Rule("ei", "E"), Rule("eu", "E"),
        Rule("en", "AN", before: .nasal), Rule("em", "AN", before: .nasal), Rule("e", "E"), Rule("E", "E"),
        Rule("itia", "ISYA"), Rule("ien", "YIN", before: .nasal), Rule("ill", "Y", before: .vowel), Rule("ill_", "Y"),
        Rule("il", "Y", before: .end, followsVowel: true), Rule("in", "IN", before: .nasal), Rule("im", "IN", before: .nasal),
        Rule("i", "Y", before: .vowel), Rule("i", "I"), Rule("I", "I"),
        Rule("oeu", "E"), Rule("oe", "E"), Rule("ouill", "UY"), Rule("ouil", "UY"), Rule("ou", "U"), Rule("oo", "U"),
        Rule("oy", "OAY", before: .vowel), Rule("oi", "OA"), Rule("oy", "OA"), Rule("o", "O"),
        Rule("un", "IN", before: .nasal), Rule("um", "IN", before: .nasal), Rule("u", "U"), Rule("U", "U"),
        Rule("yn", "IN", before: .nasal), Rule("ym", "IN", before: .nasal), Rule("y", "Y", before: .vowel), Rule("y", "I"),
    ]

    private static let consonantRules: [Rule] = [
        Rule("bv", "V"), Rule("b", "B"),
        Rule("chr", "KR"), Rule("chl", "KL"), Rule("chae", "KE"), Rule("chaE", "KAE"), Rule("ch", "C"), Rule("cqu", "K"), Rule("ck", "K"),
        Rule("cq", "K"), Rule("c", "S", before: .front), Rule("c", "K"),
        Rule("d", "D"), Rule("f", "F"),
        Rule("gea", "JA"), Rule("geo", "JO"), Rule("gn", "NY"), Rule("gu", "G", before: .front), Rule("g", "J", before: .front),
        Rule("g", "G"),
        Rule("jea", "JA"), Rule("j", "J"), Rule("k", "K"),
        Rule("l", "L"), Rule("mb", "NB"), Rule("mp", "NP"), Rule("mill", "MIL"), Rule("m", "M"), Rule("n", "N"),
        Rule("ph", "F"), Rule("pt", "T"), Rule("p", "P"),
        Rule("qu", "K"), Rule("q", "K"), Rule("r", "R"),
        Rule("sch", "C"), Rule("sh", "C"), Rule("sc", "S", before: .front), Rule("s", "S"),
        Rule("tion", "SYON", before: .nasal), Rule("t", "T"),
        Rule("vill", "VIL"), Rule("v", "V"), Rule("w", "V"), Rule("x", "KS"), Rule("z", "S"),
        Rule("0", "0"), Rule("1", "1"), Rule("2", "2"), Rule("3", "3"), Rule("4", "4"), Rule("5", "5"), Rule("6", "6"), Rule("7", "7"),
        Rule("8", "8"), Rule("9", "9"),
    ]
}
