/// From letters to sounds by the first rule that fits, left to right.
enum FrenchSounds {
    struct Rule: Sendable {
        enum Neighbour: Sendable {
            case any
            /// A vowel that is heard.
            case vowel
            /// Where `c` and `g` are soft.
            case front
            /// Where `n` and `m` make the vowel before them nasal.
            case nasal
            case end
        }

        let spelling: [UInt8]
        let sound: [UInt8]
        let after: Neighbour
        let followsVowel: Bool

        init(_ spelling: StaticString, _ sound: StaticString, before after: Neighbour = .any, followsVowel: Bool = false) {
            self.spelling = Array(spelling.description.utf8)
            self.sound = Array(sound.description.utf8)
            self.after = after
            self.followsVowel = followsVowel
        }
    }

    static func sound(of letters: [UInt8]) -> String {
        var sounds: [UInt8] = []
        var position = 0
        while position < letters.count {
            guard let rule = rule(at: position, of: letters) else {
                position += 1
                continue
            }
            for sound in rule.sound where sounds.last != sound { sounds.append(sound) }
            position += rule.spelling.count
        }
        return String(decoding: sounds, as: UTF8.self)
    }

    private static func rule(at position: Int, of letters: [UInt8]) -> Rule? {
        rulesByLetter[Int(letters[position])].first { rule in
            let rest = letters[position...]
            guard rest.starts(with: rule.spelling) else { return false }
            let after = position + rule.spelling.count
            guard !rule.followsVowel || (position > 0 && isVowel(letters[position - 1])) else { return false }
            return stands(rule.after, letters[after...])
        }
    }

    private static func stands(_ neighbour: Rule.Neighbour, _ rest: ArraySlice<UInt8>) -> Bool {
        switch neighbour {
        case .any: true
        case .end: rest.isEmpty
        case .vowel: rest.first.map { isVowel($0) && $0 != Endings.mute } ?? false
        case .front: rest.first.map(fronts.contains) ?? false
        case .nasal: rest.first.map { !isVowel($0) && !nasals.contains($0) } ?? true
        }
    }

    private static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }

    private static let vowels = Set("aeiouyEIU_".utf8)
    private static let fronts = Set("eiyEI_".utf8)
    private static let nasals = Set("nmh".utf8)

    private static let rulesByLetter: [[Rule]] = {
        var all = [[Rule]](repeating: [], count: 128)
        for rule in rules { all[Int(rule.spelling[0])].append(rule) }
        return all
    }()
}
