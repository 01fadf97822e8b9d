/// What swindlers ask people to write down or to click (B-12): looked for in each message before it goes.
public enum RiskyText {
    public enum Kind: String, Sendable, CaseIterable { case card, account, link, email, phone }

    public static func kinds(in text: String) -> Set<Kind> {
        let plain = ascii(text)
        var kinds: Set<Kind> = []
        if holdsCard(plain) { kinds.insert(.card) }
        if holdsAccount(plain) { kinds.insert(.account) }
        if plain.firstMatch(of: /(?i)[\w.+-]+@[\w-]+\.\w/) != nil { kinds.insert(.email) }
        if holdsLink(plain) { kinds.insert(.link) }
        if plain.firstMatch(of: /(?:(?:\+|00)\d{2}[ .()\/-]*\d|\b0\d)(?:[ .\/-]*\d{2}){4}(?!\d)/) != nil { kinds.insert(.phone) }
        return kinds
    }

    /// Digits of other scripts and rare spaces as a keyboard would write them, so that they hide nothing.
    private static func ascii(_ text: String) -> String {
        String(
            text.map { character in
                if let digit = character.wholeNumberValue, (0...9).contains(digit) { return Character(String(digit)) }
                return character.isWhitespace ? " " : character
            })
    }

    /// With a scheme, or `www.`, or a name under a usual ending: « demain.merci » is no address.
    private static func holdsLink(_ text: String) -> Bool {
        if text.firstMatch(of: /(?i)\bhttps?:\/\/\S|\bwww\.\w/) != nil { return true }
        let names = /(?i)(?:^|[^\w@.])[\w-]+(?:\.[\w-]+)*\.(?:fr|com|net|org|eu|info|io|app|link|shop|online|site|xyz|ly)\b/
        return text.firstMatch(of: names) != nil
    }

    /// Sixteen digits or so, in groups or not, that satisfy the check digit of payment cards (ISO/IEC 7812).
    private static func holdsCard(_ text: String) -> Bool {
        text.matches(of: /\d(?:[ .-]?\d)+/).contains { run in
            let groups = run.output.split(whereSeparator: { " .-".contains($0) }).map { $0.utf8.map { Int($0) - 48 } }
            if PaymentCard.isNumber(groups.flatMap(\.self)) { return true }
            // A card followed by its date: groups of four and more, not the pairs of a telephone number.
            return groups.indices.contains { start in
                var digits: [Int] = []
                return groups[start...].prefix { $0.count >= 3 }.contains { group in
                    digits += group
                    return PaymentCard.isNumber(digits)
                }
            }
        }
    }

    /// An IBAN whose check digits are right (ISO 13616).
    private static func holdsAccount(_ text: String) -> Bool {
        text.uppercased().matches(of: /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}/).contains { match in
            let kept = match.output.utf8.filter(\.isLetterOrDigit)
            // What follows the number may have been taken with it.
            return (15...34).contains { length in length <= kept.count && isAccount(Array(kept.prefix(length))) }
        }
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
