import Domain
import Foundation
import Logging
import Secrets
import UseCases

extension Composition {
    /// The key of the settings, or of a file; without either, one is made once beside the towns' keys: enough to try, and `doctor` says so.
    static func instanceKey(_ settings: Settings) throws -> InstanceKey {
        if let key = settings.secretKey { return try InstanceKey(hex: key, setting: "ENTRAIDE_SECRET_KEY") }
        if let file = settings.secretKeyFile { return try InstanceKey(file: file, setting: "ENTRAIDE_SECRET_KEY_FILE") }
        let file = URL(filePath: settings.keysDirectory, directoryHint: .isDirectory).appending(path: "instance.key")
        if !FileManager.default.fileExists(atPath: file.path()) { try makeKey(at: file) }
        return try InstanceKey(file: file.path(), setting: "ENTRAIDE_SECRET_KEY")
    }

    /// Takes every town's keys into memory: another process may wrap their files by a key that this one has not, and this one goes on.
    func holdKeys(_ logger: Logger) {
        for facts in house.towns.all {
            do throws(KeyRingError) {
                try house.keys.open(town: facts.town.id)
            } catch {
                logger.error("a town's key cannot be read", metadata: ["town": "\(facts.town.slug)", "error": "\(error)"])
            }
        }
    }

    private static func makeKey(at file: URL) throws {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let digits = (0..<32).map { _ in UInt8.random(in: 0...255) }.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        // Exclusive: of two processes that start at once, one makes the key and the other reads it.
        try Data((digits + "\n").utf8).write(to: file, options: .withoutOverwriting)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path())
    }
}
