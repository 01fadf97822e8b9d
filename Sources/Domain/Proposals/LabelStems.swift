/// The words of a short label that say something, without accents and endings: « Garder un chien » and « garde de chiens » are the same.
public struct LabelStems: Sendable, Equatable {
    private static let silent: Set<String> = [
        "a", "au", "aux", "avec", "besoin", "ce", "chez", "d", "dans", "de", "des", "du", "en", "et", "faire", "l", "la", "le", "les",
        "leur",
        "ma", "mes", "mon", "nos", "notre", "ou", "par", "pour", "quelqu", "quelques", "sa", "se", "ses", "son", "sur", "un", "une", "vos",
        "votre", "aide", "aider", "coup", "main", "service",
    ]
    /// Letters that tell words apart; what follows is an ending.
    private static let length = 5

    private let stems: Set<String>

    public init(_ label: String) {
        let words = Slug.of(label).split(separator: "-").map(String.init)
        let telling = words.filter { !Self.silent.contains($0) }
        stems = Set((telling.isEmpty ? words : telling).map(Self.stem))
    }

    public var isEmpty: Bool { stems.isEmpty }

    /// Half of the words in common, or one label within the other.
    public func resembles(_ other: LabelStems) -> Bool {
        let common = stems.intersection(other.stems).count
        guard common > 0 else { return false }
        return common == min(stems.count, other.stems.count) || common * 2 >= stems.union(other.stems).count
    }

    private static func stem(_ word: String) -> String {
        var word = Substring(word)
        for (endings, least) in [(["s", "x"], 3), (["er", "ee", "e", "r"], 4)] {
            if let ending = endings.first(where: word.hasSuffix), word.count - ending.count >= least { word = word.dropLast(ending.count) }
        }
        return String(word.prefix(length))
    }
}
