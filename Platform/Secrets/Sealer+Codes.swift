import Crypto
import Foundation

extension Sealer {
    static let chainUse: StaticString = "entraide chain"
    static let codesUse: StaticString = "entraide codes"

    /// 16 bytes that are equal for equal values of one field, town and purpose, and tell nothing without the key:
    /// HMAC-SHA-256, truncated (regulation E-3).
    /// - Parameter normalised: the value in its one spelling (lower-case address, E.164 number); the caller sees to it.
    public func blindIndex(_ normalised: String, field: StaticString) -> [UInt8] {
        current.index.map { Self.hash(normalised, field, $0) } ?? []
    }

    /// What a search looks for: the value's index now, and as rows may still bear it while keys are rotated.
    public func blindIndexes(_ normalised: String, field: StaticString) -> [[UInt8]] {
        ([current] + older).compactMap { $0.index.map { Self.hash(normalised, field, $0) } }
    }

    /// The same for what is never written down in a form that could be indexed anew: a code on paper is found as long as it is printed.
    public func codeHash(_ code: String, field: StaticString) -> [UInt8] { Self.hash(code, field, current.codes) }

    /// What a search looks for.
    public func codeHashes(_ code: String, field: StaticString) -> [[UInt8]] {
        ([current] + older).map { Self.hash(code, field, $0.codes) }
    }

    private static func hash(_ text: String, _ field: StaticString, _ key: SymmetricKey) -> [UInt8] {
        var message = Framing(version: 1)
        message.append(field)
        message.append(Array(text.utf8))
        return Array(HMAC<SHA256>.authenticationCode(for: message.bytes, using: key).prefix(16))
    }
}

/// Links of a chain, each 32 bytes, with the generation's number before them from the second on.
extension Sealer {
    /// Binds these parts to whatever came before them: HMAC-SHA-256 under a key that the database does not hold, so that
    /// who can only write to the database cannot write a chain anew (P-04).
    /// - Parameters:
    ///   - previous: the code of the link before; empty for the first.
    ///   - written: the code that stands there, to be proved under its own generation; nil for a new link.
    public func chainCode(_ parts: [[UInt8]], after previous: [UInt8], like written: [UInt8]? = nil) -> [UInt8] {
        guard let keys = written.map({ generation(Self.generation(ofCode: $0)) }) ?? current else { return [] }
        var message = Framing(version: 1)
        message.append(town)
        message.append(previous)
        for part in parts { message.append(part) }
        let code = Array(HMAC<SHA256>.authenticationCode(for: message.bytes, using: keys.chain))
        return keys.number == 1 ? code : keys.number.bigEndianBytes + code
    }

    /// Whether a chain may end with this code: not under a generation that was let go, whose key no longer guards anything new.
    public func mayEnd(with code: [UInt8]) -> Bool { generation(Self.generation(ofCode: code))?.index != nil }

    /// Whether one code may follow the other: generations only rise.
    public static func mayFollow(_ code: [UInt8], after previous: [UInt8]) -> Bool {
        previous.isEmpty || generation(ofCode: code) >= generation(ofCode: previous)
    }

    private static func generation(ofCode code: [UInt8]) -> UInt32 {
        code.count == 36 ? code.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } : 1
    }
}

/// What a rotation asks of it.
extension Sealer {
    /// How every value begins that the newest key has sealed.
    public var header: [UInt8] { current.header }
    /// Whether an older key still opens rows.
    public var isRotating: Bool { older.contains { $0.seal != nil } }
}
