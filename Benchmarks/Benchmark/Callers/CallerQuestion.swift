import Domain

/// What is typed for one person at one moment.
struct CallerQuestion: Sendable {
    enum Kind: String, Sendable { case letters, name, misspelt, digits, number, street, year }

    let kind: Kind
    let typed: String
    let person: ID<Person>

    var row: String { "\(kind.rawValue),\(typed),\(person.text)\n" }

    /// Each letter from the third on, the full name, the same as somebody else would spell it, the number in pairs, the address, name and year.
    static func all(of person: Person, _ chance: Chance) -> [CallerQuestion] {
        let (first, last) = (person.firstName.lowercased(), (person.lastName ?? "").lowercased())
        let number = person.phone.map { "0" + $0.text.dropFirst(3) } ?? ""
        func typed(_ kind: Kind, _ text: String) -> CallerQuestion { CallerQuestion(kind: kind, typed: text, person: person.id) }
        return (3...max(3, last.count)).map { typed(.letters, String(last.prefix($0))) }
            + [typed(.name, "\(last) \(first)"), typed(.misspelt, "\(otherSpelling(last)) \(first)")]
            + [6, 8].map { typed(.digits, String(number.prefix($0))) } + [typed(.number, number), typed(.street, (person.place ?? "").lowercased())]
            + [typed(.year, "\(last) \(person.birthYear ?? 0)")]
    }

    /// The first of these that the name allows: what a clerk writes who only hears it.
    private static func otherSpelling(_ name: String) -> String {
        for (written, heard) in [("ph", "f"), ("th", "t"), ("au", "o"), ("lle", "le"), ("tte", "te"), ("ai", "é"), ("é", "e"), ("y", "i"), ("rd", "r"), ("c", "k")] {
            if let place = name.firstRange(of: written) { return name.replacingCharacters(in: place, with: heard) }
        }
        return name + "s"
    }
}

extension String {
    fileprivate func firstRange(of text: String) -> Range<String.Index>? { ranges(of: text).first }
    fileprivate func replacingCharacters(in place: Range<String.Index>, with text: String) -> String {
        String(self[..<place.lowerBound]) + text + String(self[place.upperBound...])
    }
}
