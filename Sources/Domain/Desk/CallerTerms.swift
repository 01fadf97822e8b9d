import Phonetics

/// What somebody who rings is found by: how their names and their street begin and sound, their number, the day or year of their birth.
///
/// Each is a short text that is stored as a keyed hash alone; see docs/decisions/2026-11-27-callers.md.
enum CallerTerms {
    static func of(_ person: Person) -> Set<String> {
        var terms = Set<String>()
        for word in names(of: person) { terms.formUnion(all(of: word, .name)) }
        for word in street(of: person) {
            terms.formUnion(all(of: word, .street))
            if let house = house(of: person) { terms.formUnion(home(house, word)) }
        }
        if let phone = person.phone { terms.formUnion(numbers(phone.digits)) }
        if let day = person.bornOn { terms.insert("b:\(day.iso)") }
        if let year = person.bornOn?.year ?? person.birthYear { terms.insert(of(year: year)) }
        return terms
    }

    enum Kind: String { case name = "n", street = "s" }

    /// Names of the same letters or the same sound.
    static func exact(_ word: SpokenName, _ kind: Kind) -> [String] { ["\(kind.rawValue)=\(word.spelling)"] }
    static func sounds(_ word: SpokenName, _ kind: Kind) -> [String] { word.sounds.map { "\(kind.rawValue)~\($0)" } }

    /// What a word begins with, as far as it is stored; nil for less than three letters.
    static func beginning(_ word: SpokenName, _ kind: Kind) -> String? {
        guard let length = lengths.last(where: { $0 <= word.spelling.utf8.count }) else { return nil }
        return "\(kind.rawValue):\(word.spelling.prefix(length))"
    }

    /// The beginning of a number, or its last four digits.
    static func number(beginning digits: String) -> String? {
        guard let length = numberLengths.last(where: { $0 <= digits.utf8.count }) else { return nil }
        return "p:\(digits.prefix(length))"
    }

    static func number(ending digits: String) -> String? { digits.utf8.count == 4 ? "e:\(digits)" : nil }
    static func of(year: Int) -> String { "y:\(year)" }
    static func of(day: CivilDay) -> String { "b:\(day.iso)" }

    /// A house of a street, however that is spelled: a long street alone has too many people.
    static func home(_ house: String, _ street: SpokenName) -> [String] {
        ["h:\(house)=\(street.spelling)"] + street.sounds.map { "h:\(house)~\($0)" }
    }

    /// The number of `12bis`.
    static func house(_ word: SpokenName) -> String? {
        let digits = word.spelling.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : String(digits)
    }

    static func house(of person: Person) -> String? { SpokenName.words(of: person.place ?? "").lazy.compactMap(house).first }

    static func names(of person: Person) -> [SpokenName] {
        SpokenName.words(of: person.firstName) + SpokenName.words(of: person.lastName ?? "")
    }

    /// The words of the address that tell it from others; neither its kind of way nor its numbers.
    static func street(of person: Person) -> [SpokenName] {
        SpokenName.words(of: person.place ?? "").filter { !isWay($0) && $0.spelling.utf8.first?.isDigit == false }
    }

    static func isWay(_ word: SpokenName) -> Bool { ways.contains(word.spelling) }

    private static func all(of word: SpokenName, _ kind: Kind) -> [String] {
        guard word.spelling.utf8.count > 1 else { return [] }
        let beginnings = lengths.filter { $0 <= word.spelling.utf8.count }.map { "\(kind.rawValue):\(word.spelling.prefix($0))" }
        return exact(word, kind) + sounds(word, kind) + beginnings
    }

    private static func numbers(_ digits: String) -> [String] {
        numberLengths.filter { $0 <= digits.utf8.count }.map { "p:\(digits.prefix($0))" } + ["e:\(digits.suffix(4))"]
    }

    private static let lengths = [3, 5]
    private static let numberLengths = [6, 8, 10]
    private static let ways: Set<String> = [
        "rue", "avenue", "av", "boulevard", "bd", "bld", "bvd", "place", "pl", "chemin", "che", "impasse", "imp", "allee", "all", "route",
        "rte",
        "quai", "cours", "square", "sq", "passage", "residence", "res", "lotissement", "hameau", "montee", "traverse", "venelle", "sentier",
        "bis", "ter",
    ]
}

extension PhoneNumber {
    /// As it is dialled from France, without spaces: `0612345678`; foreign numbers begin with `+`.
    var digits: String { text.hasPrefix("+33") ? "0" + text.dropFirst(3) : text }
}

extension Person {
    /// What they are found by when they ring; to be stored as keyed hashes only.
    public var callerTerms: Set<String> { CallerTerms.of(self) }
}
