/// What a printed letter bears instead of a link: `TK49-2HXA`. Eight of the symbols of `Reference`; it is typed, and never told by phone alone.
public struct InvitationCode: Hashable, Sendable {
    /// With its dash.
    public let text: String

    public init(random: () -> UInt64) {
        let symbols = Reference.symbols
        self.init(characters: (0..<8).map { _ in symbols[Int(random() % UInt64(symbols.count))] })
    }

    /// As somebody types it: case, spaces and the dash do not matter.
    public init?(_ typed: String) {
        let kept = Array(typed.uppercased().utf8.filter(\.isLetterOrDigit))
        guard kept.count == 8, kept.allSatisfy(Reference.symbols.contains) else { return nil }
        self.init(characters: kept)
    }

    private init(characters: [UInt8]) {
        text = String(decoding: characters[0..<4] + [UInt8(ascii: "-")] + characters[4..<8], as: UTF8.self)
    }
}
