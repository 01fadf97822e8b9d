import Foundation

/// A text as one SMS carries it: 160 signs of the GSM alphabet (3GPP TS 23.038), in which a few count twice. One sign outside of it, and only 70 fit.
public struct GSMText: Sendable, Equatable {
    public static let most = 160
    private static let alphabet = Set(
        "@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà")
    private static let double: Set<Character> = ["^", "{", "}", "\\", "[", "~", "]", "|", "€"]
    private static let spellings: [Character: String] = [
        "’": "'", "‘": "'", "«": "\"", "»": "\"", "“": "\"", "”": "\"", "œ": "oe", "Œ": "OE", "…": "...", "–": "-", "—": "-", "\u{A0}": " ",
        "\u{202F}": " ", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D",
    ]

    public let text: String

    /// Signs that the alphabet lacks are written as it can: ê as e.
    public init(_ text: String) {
        self.text = text.precomposedStringWithCanonicalMapping.map(Self.spelled).joined()
    }

    public var count: Int { text.reduce(0) { $0 + (Self.double.contains($1) ? 2 : 1) } }
    public var fits: Bool { count <= Self.most }

    /// The first that fits, the fullest first; else the last one, cut.
    public static func first(of texts: [String]) -> GSMText {
        let all = texts.map(GSMText.init)
        return all.first(where: \.fits) ?? GSMText(String((all.last?.text ?? "").filter { !double.contains($0) }.prefix(most)))
    }

    private static func spelled(_ sign: Character) -> String {
        if alphabet.contains(sign) || double.contains(sign) { return String(sign) }
        if let spelling = spellings[sign] { return spelling }
        let bare = String(sign).decomposedStringWithCanonicalMapping.unicodeScalars.filter { !$0.properties.isDiacritic }
        return String(String.UnicodeScalarView(bare)).map { alphabet.contains($0) ? String($0) : "?" }.joined()
    }
}
