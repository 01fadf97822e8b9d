/// A telephone number in E.164; a number without a country is French.
public struct PhoneNumber: Hashable, Sendable {
    /// `+33612345678`
    public let text: String

    public init?(_ typed: String) {
        let kept = String(String.UnicodeScalarView(typed.unicodeScalars.filter { !Self.ignored.contains($0) }))
        guard let digits = Self.international(kept), (8...15).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit) else {
            return nil
        }
        text = "+" + digits
    }

    private static let ignored = Set(" .-()/\u{A0}\u{202F}".unicodeScalars)

    private static func international(_ text: String) -> String? {
        if text.hasPrefix("+330") { return "33" + text.dropFirst(4) }
        if text.hasPrefix("+") { return String(text.dropFirst()) }
        if text.hasPrefix("00") { return String(text.dropFirst(2)) }
        if text.hasPrefix("0"), text.utf8.count == 10 { return "33" + text.dropFirst() }
        // Short French numbers (3977) and the ten digits of a free number (08000 13140) as a town prints them.
        return nil
    }

    /// As it is read aloud in France: `06 12 34 56 78`; foreign numbers keep their country.
    public var spoken: String {
        guard text.hasPrefix("+33"), text.utf8.count == 12 else { return text }
        let national = "0" + text.dropFirst(3)
        return stride(from: 0, to: 10, by: 2).map { start in
            let from = national.index(national.startIndex, offsetBy: start)
            return String(national[from..<national.index(from, offsetBy: 2)])
        }.joined(separator: "\u{A0}")
    }
}
