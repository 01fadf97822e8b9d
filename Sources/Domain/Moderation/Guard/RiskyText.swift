/// What swindlers ask people to write down or to click (B-12): looked for in each message before it goes.
public enum RiskyText {
    public typealias Kind = TextGuard.Kind

    public static func kinds(in text: String) -> Set<Kind> { Set(quotes(in: text).map(\.kind)) }

    /// The first of each kind, as it was written, in the order of `Kind`.
    static func quotes(in text: String) -> [(kind: Kind, quote: String)] {
        let plain = ascii(text)
        let bytes = Array(plain.utf8)
        return Kind.allCases.compactMap { kind in
            let range: Range<Int>? =
                switch kind {
                case .paid, .health: nil
                case .card: card(plain)
                case .account: account(plain)
                case .link: ContactScan.link(bytes)
                case .email: ContactScan.email(bytes)
                case .phone: ContactScan.phone(bytes)
                }
            return range.map { (kind, quote(text, plain, $0)) }
        }
    }

    /// `plain` has the text's characters one by one, of other lengths.
    private static func quote(_ text: String, _ plain: String, _ bytes: Range<Int>) -> String {
        let start = plain.utf8.index(plain.startIndex, offsetBy: bytes.lowerBound)
        let end = plain.utf8.index(plain.startIndex, offsetBy: bytes.upperBound)
        let skipped = plain.distance(from: plain.startIndex, to: start)
        return String(text.dropFirst(skipped).prefix(plain.distance(from: start, to: end)))
    }

    private static func bytes(_ range: Range<String.Index>, of text: String) -> Range<Int> {
        text.utf8.distance(from: text.startIndex, to: range.lowerBound)..<text.utf8.distance(from: text.startIndex, to: range.upperBound)
    }

    /// Digits of other scripts and rare spaces as a keyboard would write them, so that they hide nothing.
    private static func ascii(_ text: String) -> String {
        String(
            text.map { character in
                if let digit = character.wholeNumberValue, (0...9).contains(digit) { return Character(String(digit)) }
                return character.isWhitespace ? " " : character
            })
    }

    /// Sixteen digits or so, in groups or not, that satisfy the check digit of payment cards (ISO/IEC 7812).
    private static func card(_ text: String) -> Range<Int>? {
        text.matches(of: /\d(?:[ .-]?\d)+/).first { run in
            let groups = run.output.split(whereSeparator: { " .-".contains($0) }).map { $0.utf8.map { Int($0) - 48 } }
            if PaymentCard.isNumber(groups.flatMap(\.self)) { return true }
            // A card followed by its date: groups of four and more, not the pairs of a telephone number.
            return groups.indices.contains { start in
                var digits: [Int] = []
                return groups[start...].prefix(7).prefix { $0.count >= 3 }.contains { group in
                    digits += group
                    return digits.count <= PaymentCard.longest && PaymentCard.isNumber(digits)
                }
            }
        }.map { bytes($0.range, of: text) }
    }

    /// An IBAN whose check digits are right (ISO 13616).
    private static func account(_ text: String) -> Range<Int>? {
        text.matches(of: /\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]){11,30}/).first { match in
            let kept = match.output.uppercased().utf8.filter(\.isLetterOrDigit)
            // What follows the number may have been taken with it.
            return (15...34).contains { length in length <= kept.count && isAccount(Array(kept.prefix(length))) }
        }.map { bytes($0.range, of: text) }
    }

    private static func isAccount(_ characters: [UInt8]) -> Bool {
        let rest = (characters[4...] + characters[..<4]).reduce(0) { rest, character in
            character.isDigit ? (rest * 10 + Int(character) - 48) % 97 : (rest * 100 + Int(character) - 55) % 97
        }
        return rest == 1
    }
}

/// The number on a payment card.
enum PaymentCard {
    static let longest = 19

    static func isNumber(_ digits: [Int]) -> Bool { hasLength(digits) && luhn(digits) }

    /// Lengths and first digits of the schemes in use: others are files, invoices, SIRET numbers.
    private static func hasLength(_ digits: [Int]) -> Bool {
        switch digits.count {
        case 16: (2...6).contains(digits[0])
        case 15: digits[0] == 3 && (digits[1] == 4 || digits[1] == 7)
        case 14: digits[0] == 3 && [0, 6, 8, 9].contains(digits[1])
        case 13, 19: digits[0] == 4 || digits[0] == 6
        default: false
        }
    }

    private static func luhn(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, item in
            let doubled = item.offset % 2 == 1 ? item.element * 2 : item.element
            return sum + (doubled > 9 ? doubled - 9 : doubled)
        }
        return sum % 10 == 0
    }
}
