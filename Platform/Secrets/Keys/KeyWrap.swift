import Crypto
import Foundation

/// A key file's content: version 2, then for each generation: kind (1 byte: 0 whole, 1 remains) ‖ number (4) ‖ fingerprint (8) ‖
/// AES-256-GCM under the instance key of the data key (32 bytes), or of the two keys that remain (64).
/// What stands in clear and the file's identity are associated data: a file renamed to another town or purpose does not open.
///
/// Version 1, of before there were generations: the wrapped data key alone, 61 bytes.
enum KeyWrap {
    private static let head = 13

    static func wrap(_ keys: KeyGenerations, _ slot: KeySlot, under key: InstanceKey) -> [UInt8]? {
        var bytes: [UInt8] = [2]
        for generation in keys.all {
            let print = generation.print
            let box = try? AES.GCM.seal(clear(generation), using: key.key, authenticating: identity(slot, 2) + head(print))
            guard let combined = box?.combined else { return nil }
            bytes += head(print) + combined
        }
        return bytes
    }

    static func unwrap(_ bytes: [UInt8], _ slot: KeySlot, under key: InstanceKey) -> KeyGenerations? {
        if bytes.first == 1 {
            guard bytes.count == 61, let clear = open(bytes.dropFirst(), identity(slot, 1), key) else { return nil }
            return KeyGenerations(first: SymmetricKey(data: clear))
        }
        guard let parts = parts(bytes) else { return nil }
        var all: [KeyGeneration] = []
        for (print, sealed) in parts {
            guard let clear = open(sealed, identity(slot, 2) + head(print), key) else { return nil }
            all.append(KeyGeneration(number: print.number, fingerprint: print.fingerprint, secret: secret(clear, print)))
        }
        return KeyGenerations(all)
    }

    /// What the file holds, as far as it says so in clear; nil for one of before there were generations.
    static func prints(_ bytes: [UInt8]) -> [KeyGeneration.Print]? { parts(bytes)?.map(\.0) }

    private static func parts(_ bytes: [UInt8]) -> [(KeyGeneration.Print, ArraySlice<UInt8>)]? {
        guard bytes.first == 2, bytes.count > head else { return nil }
        var parts: [(KeyGeneration.Print, ArraySlice<UInt8>)] = []
        var rest = bytes.dropFirst()
        while let kind = rest.first {
            let length = head + (kind == 0 ? 60 : 92)
            guard kind < 2, rest.count >= length else { return nil }
            let number = rest.dropFirst().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
            let print = KeyGeneration.Print(
                number: number, fingerprint: Array(rest.dropFirst(5).prefix(8)), isWhole: kind == 0)
            parts.append((print, rest.prefix(length).dropFirst(head)))
            rest = rest.dropFirst(length)
        }
        return parts.last?.0.isWhole == true ? parts : nil
    }

    private static func head(_ print: KeyGeneration.Print) -> [UInt8] {
        [print.isWhole ? 0 : 1] + print.number.bigEndianBytes + print.fingerprint
    }

    private static func clear(_ generation: KeyGeneration) -> [UInt8] {
        switch generation.secret {
        case .data(let key): key.withUnsafeBytes { Array($0) }
        case .remains(let chain, let codes): chain.withUnsafeBytes { Array($0) } + codes.withUnsafeBytes { Array($0) }
        }
    }

    private static func secret(_ clear: Data, _ print: KeyGeneration.Print) -> KeyGeneration.Secret {
        if print.isWhole { return .data(SymmetricKey(data: clear)) }
        return .remains(chain: SymmetricKey(data: clear.prefix(32)), codes: SymmetricKey(data: clear.suffix(32)))
    }

    private static func open(_ sealed: ArraySlice<UInt8>, _ identity: [UInt8], _ key: InstanceKey) -> Data? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
        return try? AES.GCM.open(box, using: key.key, authenticating: identity)
    }

    private static func identity(_ slot: KeySlot, _ version: Int) -> [UInt8] {
        Array("entraide-key|\(slot.town)|\(slot.purpose.rawValue)|\(version)".utf8)
    }
}

extension UInt32 {
    var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
