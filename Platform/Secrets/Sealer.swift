import Crypto
import Foundation

/// Seals single columns of one town and one purpose: AES-256-GCM, the row's identity as associated data,
/// so that a value copied to another row, column or town does not open (regulation E-2).
///
/// A sealed value is header ‖ nonce (12) ‖ ciphertext ‖ tag (16). The header names the key's generation: the byte 1 for the first,
/// else the byte 2 and four bytes. It seals under the last generation and opens under any that there still is.
public struct Sealer: Sendable {
    private static let overhead = 12 + 16

    let town: Int
    let current: GenerationKeys
    /// Newest first.
    let older: [GenerationKeys]

    init(town: Int, _ keys: KeyGenerations) {
        self.town = town
        let all = keys.all.map(GenerationKeys.init)
        current = all[all.count - 1]
        older = all.dropLast().reversed()
    }

    /// - Parameter row: the row's id, as stored.
    public func seal(_ text: String, table: StaticString, column: StaticString, row: [UInt8]) throws(SealError) -> [UInt8] {
        let nonce = [UInt8].random(12)
        let header = current.header
        let place = place(header[0], table, column, row)
        guard let key = current.seal, let given = try? AES.GCM.Nonce(data: nonce),
            let box = try? AES.GCM.seal(Array(text.utf8), using: key, nonce: given, authenticating: place)
        else { throw SealError(.failed, table: table, column: column) }
        var sealed = header
        sealed.reserveCapacity(header.count + Self.overhead + box.ciphertext.count)
        sealed += nonce
        sealed += box.ciphertext
        sealed += box.tag
        return sealed
    }

    public func open(_ bytes: [UInt8], table: StaticString, column: StaticString, row: [UInt8]) throws(SealError) -> String {
        guard let version = bytes.first, bytes.count >= Self.overhead + 1 else { throw SealError(.truncated, table: table, column: column) }
        guard let (number, length) = GenerationKeys.header(of: bytes) else {
            throw SealError(.unknownVersion, table: table, column: column)
        }
        let place = place(version, table, column, row)
        guard let key = generation(number)?.seal, let box = try? AES.GCM.SealedBox(combined: bytes.dropFirst(length)),
            let opened = try? AES.GCM.open(box, using: key, authenticating: place)
        else { throw SealError(.refused, table: table, column: column) }
        guard let text = String(validating: opened, as: UTF8.self) else { throw SealError(.notText, table: table, column: column) }
        return text
    }

    /// Whether it was sealed under the generation that seals now.
    public func isCurrent(_ sealed: [UInt8]) -> Bool { GenerationKeys.header(of: sealed)?.number == current.number }

    func generation(_ number: UInt32) -> GenerationKeys? {
        number == current.number ? current : older.first { $0.number == number }
    }

    private func place(_ version: UInt8, _ table: StaticString, _ column: StaticString, _ row: [UInt8]) -> [UInt8] {
        var place = Framing(version: version)
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
