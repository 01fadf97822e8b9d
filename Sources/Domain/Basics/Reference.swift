/// What is said on the phone to speak of one request: `T4K-92H`. It opens nothing on the web.
///
/// 25 symbols, without those that are confused when read (0 O, 1 I) or heard in French and beside it (B P, D T, M N, F S, G J): one of each at most.
public struct Reference: Hashable, Sendable {
    static let symbols = Array("23456789ACEGHKLMPQRTUVXYZ".utf8)
    public let text: String

    public init(random: () -> UInt64) {
        var bits = random()
        var characters: [UInt8] = []
        for position in 0..<6 {
            if position == 3 { characters.append(UInt8(ascii: "-")) }
            characters.append(Self.symbols[Int(bits % UInt64(Self.symbols.count))])
            bits /= UInt64(Self.symbols.count)
        }
        text = String(decoding: characters, as: UTF8.self)
    }

    /// As somebody types or says it: case, spaces and the dash do not matter.
    public init?(_ typed: String) {
        let kept = typed.uppercased().utf8.filter(\.isLetterOrDigit)
        guard kept.count == 6, kept.allSatisfy(Self.symbols.contains) else { return nil }
        text = String(decoding: kept[0..<3] + [UInt8(ascii: "-")] + kept[3..<6], as: UTF8.self)
    }
}
