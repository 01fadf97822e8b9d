import Crypto
import Foundation

/// The instance's 32-byte secret. It wraps the data keys and never touches people's data itself.
public struct InstanceKey: Sendable {
    let key: SymmetricKey

    /// - Parameters:
    ///   - hex: 64 hexadecimal digits, as `openssl rand -hex 32` prints them.
    ///   - setting: the setting that the text comes from, named in the error.
    public init(hex: some StringProtocol, setting: String) throws(InstanceKeyError) {
        guard hex.utf8.count == 64 else {
            throw InstanceKeyError(setting: setting, reason: "64 hexadecimal digits expected, \(hex.utf8.count) characters found")
        }
        guard let bytes = [UInt8](hex: hex) else {
            throw InstanceKeyError(setting: setting, reason: "64 hexadecimal digits expected, another character found")
        }
        key = SymmetricKey(data: bytes)
    }

    /// Reads a file that holds the 64 digits, with or without a line end.
    public init(file: String, setting: String) throws(InstanceKeyError) {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw InstanceKeyError(setting: setting, reason: "\(file) cannot be read")
        }
        try self.init(hex: text.trimmingCharacters(in: .whitespacesAndNewlines), setting: setting)
    }

    /// A key for one use, derived by HKDF-SHA-256; it changes when the instance key does, so it suits short-lived codes only.
    public func macKey(use: StaticString) -> MACKey {
        MACKey(key.derived(use))
    }
}

extension InstanceKey: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "InstanceKey(hidden)" }
    public var debugDescription: String { description }
}

/// Why the instance key was refused: one line that names the setting and never shows the key.
public struct InstanceKeyError: Error, Equatable, CustomStringConvertible {
    public let setting: String
    public let reason: String
    public var description: String { "\(setting): \(reason)" }
}

extension SymmetricKey {
    /// An independent 32-byte key for the use named, by HKDF-SHA-256 (RFC 5869).
    func derived(_ use: StaticString) -> SymmetricKey {
        let info = use.withUTF8Buffer { Array($0) }
        return HKDF<SHA256>.deriveKey(inputKeyMaterial: self, info: info, outputByteCount: 32)
    }
}
