import Crypto
import Foundation

/// A key for HMAC-SHA-256, of one use only.
public struct MACKey: Sendable {
    private let key: SymmetricKey

    init(_ key: SymmetricKey) { self.key = key }

    /// 32 bytes from a random source are the rule; nil for fewer than 16.
    public init?(bytes: [UInt8]) {
        guard bytes.count >= 16 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// 32 bytes.
    public func code(for message: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
    }
}

extension MACKey: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "MACKey(hidden)" }
    public var debugDescription: String { description }
}
