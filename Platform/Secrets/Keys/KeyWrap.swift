import Crypto
import Foundation

/// A key file's content: version (1 byte) ‖ AES-256-GCM of the data key under the instance key, 61 bytes in all.
/// The file's identity is associated data: a file renamed to another town or purpose does not open.
enum KeyWrap {
    static let version: UInt8 = 1

    static func wrap(_ dataKey: SymmetricKey, _ slot: KeySlot, under key: InstanceKey) -> [UInt8]? {
        let clear = dataKey.withUnsafeBytes { Array($0) }
        let box = try? AES.GCM.seal(clear, using: key.key, authenticating: identity(slot))
        return box?.combined.map { [version] + $0 }
    }

    static func unwrap(_ bytes: [UInt8], _ slot: KeySlot, under key: InstanceKey) -> SymmetricKey? {
        guard bytes.count == 61, bytes.first == version, let box = try? AES.GCM.SealedBox(combined: bytes.dropFirst()),
            let clear = try? AES.GCM.open(box, using: key.key, authenticating: identity(slot))
        else { return nil }
        return SymmetricKey(data: clear)
    }

    private static func identity(_ slot: KeySlot) -> [UInt8] {
        Array("entraide-key|\(slot.town)|\(slot.purpose.rawValue)|\(version)".utf8)
    }
}
