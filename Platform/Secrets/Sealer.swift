import Crypto
import Foundation

/// Seals single columns of one town and one purpose: AES-256-GCM, the row's identity as associated data,
/// so that a value copied to another row, column or town does not open (regulation E-2).
///
/// A sealed value is version (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16): 29 bytes longer than the text.
public struct Sealer: Sendable {
    private static let version: UInt8 = 1
    private static let overhead = 1 + 12 + 16

    private let town: Int
    private let sealKey: SymmetricKey
    private let indexKey: SymmetricKey

    init(town: Int, dataKey: SymmetricKey) {
        self.town = town
        sealKey = dataKey.derived("entraide seal")
        indexKey = dataKey.derived("entraide blind index")
    }

    /// - Parameter row: the row's id, as stored.
    public func seal(_ text: String, table: StaticString, column: StaticString, row: [UInt8]) throws(SealError) -> [UInt8] {
        let nonce = [UInt8].random(12)
        guard let given = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.seal(Array(text.utf8), using: sealKey, nonce: given, authenticating: place(table, column, row))
        else { throw SealError(.failed, table: table, column: column) }
        var sealed: [UInt8] = [Self.version]
        sealed.reserveCapacity(Self.overhead + box.ciphertext.count)
        sealed += nonce
        sealed += box.ciphertext
        sealed += box.tag
        return sealed
    }

    public func open(_ bytes: [UInt8], table: StaticString, column: StaticString, row: [UInt8]) throws(SealError) -> String {
        guard let version = bytes.first, bytes.count >= Self.overhead else { throw SealError(.truncated, table: table, column: column) }
        guard version == Self.version else { throw SealError(.unknownVersion, table: table, column: column) }
        let place = place(table, column, row)
        guard let box = try? AES.GCM.SealedBox(combined: bytes.dropFirst()),
            let opened = try? AES.GCM.open(box, using: sealKey, authenticating: place)
        else { throw SealError(.refused, table: table, column: column) }
        guard let text = String(validating: opened, as: UTF8.self) else { throw SealError(.notText, table: table, column: column) }
        return text
    }

    /// 16 bytes that are equal for equal values of one field, town and purpose, and tell nothing without the key:
    /// HMAC-SHA-256, truncated (regulation E-3).
    /// - Parameter normalised: the value in its one spelling (lower-case address, E.164 number); the caller sees to it.
    public func blindIndex(_ normalised: String, field: StaticString) -> [UInt8] {
        var message = Framing(version: 1)
        message.append(field)
        message.append(Array(normalised.utf8))
        return Array(HMAC<SHA256>.authenticationCode(for: message.bytes, using: indexKey).prefix(16))
    }

    private func place(_ table: StaticString, _ column: StaticString, _ row: [UInt8]) -> [UInt8] {
        var place = Framing(version: Self.version)
        place.append(town)
        place.append(table)
        place.append(column)
        place.append(row)
        return place.bytes
    }
}

extension Sealer: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "Sealer(town: \(town))" }
    public var debugDescription: String { description }
}
