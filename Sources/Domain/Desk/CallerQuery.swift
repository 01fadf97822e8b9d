import Phonetics

/// What an operator types while somebody says who they are: a number or its beginning or its last four digits, names as they sound, a street, a
/// date or year of birth, together or alone.
public struct CallerQuery: Sendable {
    /// More than anybody says; the rest is not read.
    static let longest = 120

    /// One thing that was said. A person is meant when one of its terms is theirs and it fits in full.
    public struct Part: Sendable {
        /// Stored terms of those who may be meant, the surest first.
        public let terms: [String]
        /// Of those who are surely meant: by the same letters, or by the very house.
        public let exact: [String]
        let fits: @Sendable (Person) -> Bool
    }

    public let parts: [Part]
    /// A house number: it narrows what is found and finds nobody.
    private let house: String?

    /// - Returns: nil as long as too little was typed to find anybody: less than three letters, six digits or a year.
    public init?(_ typed: String) {
        let text = String(typed.unicodeScalars.prefix(Self.longest).map(Character.init))
        if let number = Self.number(text) {
            (parts, house) = ([number], nil)
            return
        }
        let pieces = Self.pieces(text).map { ($0, Self.number($0) ?? Self.day($0)) }
        let words = pieces.map { piece, part in part == nil ? SpokenName.words(of: piece) : [] }
        let house = words.joined().lazy.compactMap(CallerTerms.house).first
        var parts: [Part] = []
        var kind = CallerTerms.Kind.name
        for ((_, part), words) in zip(pieces, words) {
            if let part { parts.append(part) }
            for word in words {
                if CallerTerms.house(word) != nil || CallerTerms.isWay(word) {
                    kind = .street
                } else if let part = Self.word(word, kind, house) {
                    parts.append(part)
                }
            }
        }
        guard !parts.isEmpty else { return nil }
        (self.parts, self.house) = (parts, house)
    }

    /// Whether this person is meant, as far as what was typed says.
    public func fits(_ person: Person) -> Bool {
        parts.allSatisfy { $0.fits(person) } && (house.map { Self.isHouse($0, of: person) } ?? true)
    }

    /// Whether they are surely meant: nobody sounds alike only, or begins alike only.
    public func fitsExactly(_ person: Person) -> Bool {
        let terms = CallerTerms.of(person)
        return parts.allSatisfy { !terms.isDisjoint(with: $0.exact) }
    }

    /// Apart at spaces, but for a number that is written in pairs.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        for piece in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }) {
            if let last = pieces.last, isDialled(last), piece.utf8.allSatisfy(\.isDigit) {
                pieces[pieces.count - 1] += piece
            } else {
                pieces.append(String(piece))
            }
        }
        return pieces
    }

    private static func isDialled(_ piece: String) -> Bool {
        (piece.hasPrefix("0") || piece.hasPrefix("+")) && piece.dropFirst().utf8.allSatisfy(\.isDigit)
    }

    private static func word(_ word: SpokenName, _ kind: CallerTerms.Kind, _ house: String?) -> Part? {
        let length = word.spelling.utf8.count
        guard length > 1 else { return nil }
        let home = kind == .street ? house.map { CallerTerms.home($0, word) } : nil
        let exact = home ?? CallerTerms.exact(word, kind)
        let beginning = CallerTerms.beginning(word, kind).map { [$0] } ?? []
        return Part(terms: exact + CallerTerms.sounds(word, kind) + beginning, exact: exact) { person in
            let words = kind == .name ? CallerTerms.names(of: person) : CallerTerms.street(of: person)
            return words.contains { own in
                own.spelling == word.spelling || own.soundsLike(word) || (length > 2 && own.spelling.hasPrefix(word.spelling))
            }
        }
    }

    /// Digits that are a number, its beginning or its end; four may be a year too, eight a date.
    private static func number(_ text: String) -> Part? {
        let digits = text.filter { !" .-()/\u{A0}\u{202F}".contains($0) }
        guard !digits.isEmpty, digits.drop(while: { $0 == "+" }).utf8.allSatisfy(\.isDigit) else { return nil }
        let national = national(digits)
        let ending = CallerTerms.number(ending: digits)
        let others = (day(text)?.terms ?? []) + (year(digits).map { [CallerTerms.of(year: $0)] } ?? [])
        let terms = [CallerTerms.number(beginning: national), ending].compactMap(\.self) + others
        guard !terms.isEmpty else { return nil }
        return Part(terms: terms, exact: terms) { person in
            let phone = person.phone?.digits ?? ""
            return (national.utf8.count > 4 && phone.hasPrefix(national)) || (ending != nil && phone.hasSuffix(digits))
                || !CallerTerms.of(person).isDisjoint(with: others)
        }
    }

    private static func year(_ digits: String) -> Int? {
        digits.utf8.count == 4 ? Int(digits).flatMap { (1900...2100).contains($0) ? $0 : nil } : nil
    }

    private static func national(_ digits: String) -> String {
        for country in ["+330", "+33", "0033"] where digits.hasPrefix(country) { return "0" + digits.dropFirst(country.count) }
        return digits.hasPrefix("00") ? "+" + digits.dropFirst(2) : digits
    }

    /// `14/03/1938`, or `14031938`.
    private static func day(_ text: String) -> Part? {
        let isRow = text.utf8.count == 8 && text.utf8.allSatisfy(\.isDigit)
        let written = isRow ? "\(text.prefix(2))/\(text.dropFirst(2).prefix(2))/\(text.suffix(4))" : text
        guard let day = CivilDay(written) else { return nil }
        let terms = [CallerTerms.of(day: day)]
        return Part(terms: terms, exact: terms) { $0.bornOn == day }
    }

    private static func isHouse(_ number: String, of person: Person) -> Bool {
        CallerTerms.house(of: person) == number
    }
}
