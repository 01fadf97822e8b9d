/// Six digits sent by mail or told by phone. One million values can be tried in no time, so what is stored is salted,
/// keyed and bound to its context, and the caller limits the attempts and the life of the code (E-5: 15 minutes, once).
public struct OneTimeCode: Sendable {
    /// Always six digits, zeros in front included.
    public let text: String

    public init() {
        var generator = SystemRandomNumberGenerator()
        self.init(using: &generator)
    }

    public init(using generator: inout some RandomNumberGenerator) {
        let number = Int.random(in: 0..<1_000_000, using: &generator)
        text = String(String(number + 1_000_000).dropFirst())
    }

    /// What a person typed: six ASCII digits, blanks between them ignored; nil for anything else.
    public init?(typed: String) {
        let digits = typed.filter { !$0.isWhitespace }
        guard digits.utf8.count == 6, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        text = digits
    }

    /// For storage, 48 bytes: salt (16) ‖ HMAC-SHA-256 (32).
    /// - Parameter context: whom and what the code serves, such as a person's id and "sign-in"; a code of another context never matches.
    public func hash(context: String, key: MACKey) -> [UInt8] {
        let salt = [UInt8].random(Self.saltSize)
        return salt + code(salt: salt, context: context, key: key)
    }

    /// True if `stored` is a hash of this code for the same context and key. Takes the same time whatever differs.
    public func matches(_ stored: [UInt8], context: String, key: MACKey) -> Bool {
        guard stored.count == Self.saltSize + 32 else { return false }
        let expected = code(salt: Array(stored.prefix(Self.saltSize)), context: context, key: key)
        return constantTimeEquals(Array(stored.dropFirst(Self.saltSize)), expected)
    }

    private static let saltSize = 16

    private func code(salt: [UInt8], context: String, key: MACKey) -> [UInt8] {
        var message = Framing(version: 1)
        message.append(salt)
        message.append(Array(context.utf8))
        message.append(Array(text.utf8))
        return key.code(for: message.bytes)
    }
}

extension OneTimeCode: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "OneTimeCode(hidden)" }
    public var debugDescription: String { description }
}
