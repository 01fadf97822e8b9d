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

    func read(_ slot: KeySlot) throws(KeyRingError) -> (keys: KeyGenerations, stamp: KeyStamp) {
        let (bytes, stamp) = try content(slot)
        guard let keys = unwrap(bytes, slot) else { throw problem(slot, .refused) }
        return (keys, stamp)
    }

    func prints(_ slot: KeySlot) throws(KeyRingError) -> (prints: [KeyGeneration.Print]?, stamp: KeyStamp) {
        let (bytes, stamp) = try content(slot)
        return (KeyWrap.prints(bytes), stamp)
    }

    func create(_ slot: KeySlot) throws(KeyRingError) {
        if stamp(slot) != nil { return }
        try folder.publish(try writeWrapped(KeyGenerations(first: SymmetricKey(size: .bits256)), slot), as: slot.fileName)
    }

    func change(_ slot: KeySlot, _ body: (inout KeyGenerations) -> Void) throws(KeyRingError) {
        try exclusively { () throws(KeyRingError) in
            var keys = try read(slot).keys
            body(&keys)
            try folder.replace(slot.fileName, by: try writeWrapped(keys, slot))
        }
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
            for slot in try names().compactMap(KeySlot.init(fileName:)) {
                let bytes = try content(slot).bytes
                guard !isCurrent(bytes, slot), let keys = unwrap(bytes, slot) else { continue }
                try folder.replace(slot.fileName, by: try writeWrapped(keys, slot))
                count += 1
            }
            return count
        }
    }

    func append(_ text: String, to ledger: String) throws(KeyRingError) {
        try exclusively { () throws(KeyRingError) in try folder.append(Array(text.utf8), to: "\(ledger).log") }
    }

    func text(of ledger: String) throws(KeyRingError) -> String {
        let path = folder.path("\(ledger).log")
        guard FileManager.default.fileExists(atPath: path) else { return "" }
        guard let bytes = FileManager.default.contents(atPath: path) else { throw folder.failure("read", path) }
        return String(decoding: bytes, as: UTF8.self)
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

    func unwrap(_ bytes: [UInt8], _ slot: KeySlot) -> KeyGenerations? {
        KeyWrap.unwrap(bytes, slot, under: current) ?? previous.flatMap { KeyWrap.unwrap(bytes, slot, under: $0) }
    }

    private func problem(_ slot: KeySlot, _ reason: KeyRingError.Reason) -> KeyRingError {
        KeyRingError(file: folder.path(slot.fileName), reason: reason)
    }

    private func writeWrapped(_ keys: KeyGenerations, _ slot: KeySlot) throws(KeyRingError) -> String {
        let name = slot.temporaryName()
        guard let bytes = KeyWrap.wrap(keys, slot, under: current) else { throw problem(slot, .refused) }
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
