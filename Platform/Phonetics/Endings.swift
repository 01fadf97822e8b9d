/// What French does not sound at the end of a word.
enum Endings {
    /// In the place of an `e` that is not heard: a vowel to the letters before it, and no sound.
    static let mute = UInt8(ascii: "_")

    /// The word without its silent end; two readings where names differ (`André` written `ANDRE`, `Berger` and `Esther`).
    static func readings(of letters: [UInt8]) -> [[UInt8]] {
        if let stem = stem(letters, without: "e") ?? stem(letters, without: "es"), stem.count > 1 {
            return [stem + [mute], stem + [UInt8(ascii: "e")]]
        }
        if let stem = stem(letters, without: "er"), stem.count > 1 { return [stem + [UInt8(ascii: "e")], letters] }
        return [silenced(letters)]
    }

    private static func silenced(_ letters: [UInt8]) -> [UInt8] {
        for (end, written) in [
            ("ault", "au"), ("auld", "au"), ("mps", "n"), ("mp", "n"), ("omb", "on"), ("erc", "er"), ("ng", "n"), ("rg", "r"),
        ] {
            if let stem = stem(letters, without: end), !stem.isEmpty { return stem + Array(written.utf8) }
        }
        var letters = letters
        while letters.count > 2, let last = letters.last, silent.contains(last) { letters.removeLast() }
        return letters
    }

    private static func stem(_ letters: [UInt8], without end: String) -> [UInt8]? {
        letters.count > end.utf8.count && letters.suffix(end.utf8.count).elementsEqual(end.utf8)
            ? Array(letters.dropLast(end.utf8.count)) : nil
    }

    private static let silent = Set("tdsxz".utf8)
}
