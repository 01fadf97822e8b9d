/// Writes as one of the demo's people would, and hardly ever twice the same.
struct DemoWriter {
    let french: DemoWords
    let english: DemoWords
    private var written: Set<String> = []

    init(french: DemoWords, english: DemoWords) {
        self.french = french
        self.english = english
    }

    func words(_ language: String) -> DemoWords { language == "en" ? english : french }

    mutating func offer(_ key: String, in quartier: String?, language: String, age: Int, _ chance: inout SeededChance) -> String {
        let words = words(language)
        return new(language, in: quartier, &chance) { chance in
            let kind = chance.pick(words.kinds(of: true, key))
            let start = chance.pick(words.offers.starts(at: age))
            let end = chance.pick(words.offers.ends)
            switch chance.number(0...9) {
            case 0...1: return [kind]
            case 2...4: return [kind, end]
            case 5...7: return [start, kind]
            default: return [start, kind, end]
            }
        }
    }

    /// What is needed, in words that anybody may read.
    mutating func need(_ key: String, in quartier: String?, language: String, _ chance: inout SeededChance) -> String {
        let kinds = words(language).kinds(of: false, key)
        return new(language, in: quartier, &chance) { chance in [chance.pick(kinds)] }
    }

    /// The whole request round a need: a greeting, why, thanks; for the eyes of the people of the match.
    func request(_ need: String, language: String, isElder: Bool, _ chance: inout SeededChance) -> String {
        let words = words(language).requests
        var parts = [need]
        if chance.share() < 0.7, let start = chance.pick(isElder ? words.elderStarts : words.starts) { parts.insert(start, at: 0) }
        if chance.share() < 0.6, let why = chance.pick(words.circumstances) { parts.append(why) }
        if chance.share() < 0.6, let end = chance.pick(isElder ? words.elderEnds : words.ends) { parts.append(end) }
        return parts.joined(separator: " ")
    }

    func filled(_ template: String, _ holes: [String: String], language: String) -> String {
        French.capitalised(language == "en" ? template.filled(holes) : French.contracted(template.filled(French.inSentence(holes))))
    }

    /// Tries until it has something that nobody wrote before.
    private mutating func new(
        _ language: String, in quartier: String?, _ chance: inout SeededChance, _ compose: (inout SeededChance) -> [String?]
    ) -> String {
        var text = ""
        for _ in 0..<40 {
            let template = compose(&chance).compactMap(\.self).joined(separator: " ")
            text = filled(template, words(language).holes(in: quartier, &chance), language: language)
            if written.insert(text).inserted { return text }
        }
        return text
    }
}

/// The little grammar that filled holes need.
enum French {
    /// « Les Tilleuls » in the middle of a sentence is « les Tilleuls ».
    static func inSentence(_ holes: [String: String]) -> [String: String] {
        holes.mapValues { value in
            for article in ["Le ", "La ", "Les ", "L’"] where value.hasPrefix(article) {
                return article.lowercased() + value.dropFirst(article.count)
            }
            return value
        }
    }

    /// « de le marché » is « du marché ».
    static func contracted(_ text: String) -> String {
        [("de le ", "du "), ("de les ", "des "), ("à le ", "au "), ("à les ", "aux ")].reduce(text) { text, pair in
            text.replacing(" \(pair.0)", with: " \(pair.1)").replacing("’\(pair.0)", with: "’\(pair.1)")
        }
    }

    /// A capital at the start and after each full stop.
    static func capitalised(_ text: String) -> String {
        var isStart = true
        var mark = false
        return String(
            text.map { character in
                defer {
                    isStart = (isStart && !character.isLetter && !character.isNumber) || (mark && character == " ")
                    mark = ".!?".contains(character)
                }
                return isStart ? Character(character.uppercased()) : character
            })
    }
}
