/// First names by generation, and last names; every meeting of the two is chance.
struct DemoNames: Sendable, Decodable {
    var elders: [String]
    var adults: [String]
    var youth: [String]
    var english: [String]
    var englishLast: [String]
    var last: [String]

    typealias Name = (first: String, last: String)

    func person(_ chance: inout SeededChance) -> Name { name(adults, last, &chance) }
    func elder(_ chance: inout SeededChance) -> Name { name(elders, last, &chance) }
    func young(_ chance: inout SeededChance) -> Name { name(youth, last, &chance) }
    func englishSpeaker(_ chance: inout SeededChance) -> Name { name(english, englishLast, &chance) }

    private func name(_ first: [String], _ last: [String], _ chance: inout SeededChance) -> Name {
        (chance.pick(first) ?? "", chance.pick(last) ?? "")
    }
}
