import Crypto
import Foundation

/// A secret that opens something: 256 random bits, shown once in a link or a cookie.
/// The database keeps only `hash`, so that a stolen backup opens nothing.
public struct Token: Sendable, Equatable {
    public static let size = 32

    private let bytes: [UInt8]

    public init() {
        bytes = .random(Self.size)
    }

    public init(using generator: inout some RandomNumberGenerator) {
        bytes = .random(Self.size, using: &generator)
    }

    /// Reads the 43 characters that `text` writes; nil for anything else.
    public init?(text: some StringProtocol) {
        guard text.utf8.count == 43, let bytes = [UInt8](base64URL: text) else { return nil }
        self.bytes = bytes
    }

    /// 43 characters of base64url.
    public var text: String { bytes.base64URL }

    /// SHA-256, 32 bytes, for storage and look-up. A plain hash is enough: there is nothing to guess in 256 random bits.
    public var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    public static func == (left: Token, right: Token) -> Bool { constantTimeEquals(left.bytes, right.bytes) }
}

extension Token: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "Token(hidden)" }
    public var debugDescription: String { description }
}
