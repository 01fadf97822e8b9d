import Crypto
import Foundation

/// Data keys as files `town-<id>-<purpose>.key`, each wrapped by the instance key.
struct KeyFolder: KeyStore {
    let folder: DurableFolder
    private let current: InstanceKey
    private let previous: InstanceKey?

    init(path: String, current: InstanceKey, previous: InstanceKey?) throws(KeyRingError) {
        folder = DurableFolder(path: path)
        self.current = current
        self.previous = previous
        try folder.make()
    }

    func stamp(_ slot: KeySlot) -> KeyStamp? {
        folder.status(slot.fileName).map(KeyStamp.init)
    }

    func read(_ slot: KeySlot) throws(KeyRingError) -> (key: SymmetricKey, stamp: KeyStamp) {
        let (bytes, stamp) = try content(slot)
        guard let key = unwrap(bytes, slot) else { throw problem(slot, .refused) }
        return (key, stamp)
    }

    func create(_ slot: KeySlot) throws(KeyRingError) {
        if stamp(slot) != nil { return }
        try folder.publish(try writeWrapped(SymmetricKey(size: .bits256), slot), as: slot.fileName)
    }

    func erase(town: Int) throws(KeyRingError) {
        try exclusively { () throws(KeyRingError) in
            let prefix = KeySlot.temporaryPrefix(town: town)
            let leftOver = try names().filter { $0.hasPrefix(prefix) }
            for name in KeySlot.all(town: town).map(\.fileName) + leftOver { try folder.destroy(name) }
            try folder.sync()
        }
    }

    func rewrap() throws(KeyRingError) -> Int {
        try exclusively { () throws(KeyRingError) in
            var count = 0
            for slot in try names().compactMap(KeySlot.init(fileName:)) where !isCurrent(try content(slot).bytes, slot) {
                try folder.replace(slot.fileName, by: try writeWrapped(try read(slot).key, slot))
                count += 1
            }
            return count
        }
    }

    func names() throws(KeyRingError) -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            throw folder.failure("readdir", folder.path)
        }
        return names.sorted()
    }

    func content(_ slot: KeySlot) throws(KeyRingError) -> (bytes: [UInt8], stamp: KeyStamp) {
        guard let content = try folder.read(slot.fileName) else { throw problem(slot, .missing) }
        return content
    }

    func isCurrent(_ bytes: [UInt8], _ slot: KeySlot) -> Bool { KeyWrap.unwrap(bytes, slot, under: current) != nil }

    func unwrap(_ bytes: [UInt8], _ slot: KeySlot) -> SymmetricKey? {
        KeyWrap.unwrap(bytes, slot, under: current) ?? previous.flatMap { KeyWrap.unwrap(bytes, slot, under: $0) }
    }

    private func problem(_ slot: KeySlot, _ reason: KeyRingError.Reason) -> KeyRingError {
        KeyRingError(file: folder.path(slot.fileName), reason: reason)
    }

    private func writeWrapped(_ key: SymmetricKey, _ slot: KeySlot) throws(KeyRingError) -> String {
        let name = slot.temporaryName()
        guard let bytes = KeyWrap.wrap(key, slot, under: current) else { throw problem(slot, .refused) }
        try folder.write(bytes, to: name)
        return name
    }

    /// One process at a time, so that a rotation cannot bring back a key that another process erases.
    private func exclusively<Value>(_ body: () throws(KeyRingError) -> Value) throws(KeyRingError) -> Value {
        let lock = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else { throw folder.failure("flock", folder.path) }
        defer { close(lock) }
        return try body()
    }
}
