import Crypto
import Synchronization

/// The data keys of all towns: one random 256-bit key per town and purpose, wrapped by the instance key, in a folder
/// outside the database and its backups. Destroying a town's keys erases what they sealed, wherever copies lie
/// (regulation E-2, E-4). Town 0 is the instance itself.
///
/// Safe to share between tasks, and the folder between processes: a key erased or replaced by one is not used by another.
public final class KeyRing: Sendable {
    /// One key each, so that one processing can be opened, or erased, without the others.
    public enum Purpose: String, CaseIterable, Sendable {
        case people, requests, messages, mail, register
    }

    private struct Entry {
        let sealer: Sealer
        let prints: [KeyGeneration.Print]
        let stamp: KeyStamp
    }

    let store: any KeyStore
    private let cache = Mutex<[KeySlot: Entry]>([:])

    init(store: any KeyStore) { self.store = store }

    /// - Parameters:
    ///   - folder: made with mode 0700 if absent.
    ///   - previous: the instance key before the last change; its files still open, and `rewrap` rewrites them.
    public convenience init(folder: String, key: InstanceKey, previous: InstanceKey? = nil) throws(KeyRingError) {
        self.init(store: try KeyFolder(path: folder, current: key, previous: previous))
    }

    /// For tests: every town has its keys at once, the same for the same seed; nothing is written.
    public static func inMemory(seed: String) -> KeyRing {
        KeyRing(store: SeededKeys(seed: seed))
    }

    /// Makes the keys that the town lacks. Only for a town that is being made, or a purpose that is new: for an older
    /// town a lost key has to come back from its backup, since a new one opens nothing.
    public func create(town: Int) throws(KeyRingError) {
        for slot in KeySlot.all(town: town) { try store.create(slot) }
    }

    /// - Throws: `.missing` naming the file if the town has no such key, `.refused` if it does not open.
    public func sealer(town: Int, purpose: Purpose) throws(KeyRingError) -> Sealer {
        let slot = KeySlot(town: town, purpose: purpose)
        let known = cache.withLock { $0[slot] }
        if let known, known.stamp == store.stamp(slot) { return known.sealer }
        let entry: Entry
        do throws(KeyRingError) {
            entry = try read(slot)
        } catch {
            guard error.reason == .refused, let known, let again = try rewrapped(slot, known) else {
                cache.withLock { $0[slot] = nil }
                throw error
            }
            entry = again
        }
        cache.withLock { $0[slot] = entry }
        return entry.sealer
    }

    /// Read again if it was replaced while it was read.
    private func read(_ slot: KeySlot) throws(KeyRingError) -> Entry {
        let before = store.stamp(slot)
        let keys: KeyGenerations
        let stamp: KeyStamp
        do throws(KeyRingError) {
            (keys, stamp) = try store.read(slot)
        } catch {
            guard error.reason == .refused, before != store.stamp(slot) else { throw error }
            (keys, stamp) = try store.read(slot)
        }
        return Entry(sealer: Sealer(town: slot.town, keys), prints: keys.prints, stamp: stamp)
    }

    /// A process that has the next instance key has wrapped the same keys anew: who holds them goes on with them until it is started again.
    private func rewrapped(_ slot: KeySlot, _ known: Entry) throws(KeyRingError) -> Entry? {
        let (prints, stamp) = try store.prints(slot)
        return prints == known.prints ? Entry(sealer: known.sealer, prints: known.prints, stamp: stamp) : nil
    }

    /// Reads all keys of a town that is said to exist, so that a lost one stops the start and not a request.
    public func open(town: Int) throws(KeyRingError) {
        for purpose in Purpose.allCases { _ = try sealer(town: town, purpose: purpose) }
    }

    /// Destroys the town's keys: what they sealed can never be opened again. Does nothing if there are none.
    public func erase(town: Int) throws(KeyRingError) {
        try store.erase(town: town)
        cache.withLock { cache in cache = cache.filter { $0.key.town != town } }
    }

    /// Ends a change of the instance key: wraps by it what the previous one wrapped. Sealed data stays as it is. A file that opens
    /// under neither is left for `check` to name.
    /// - Returns: how many files were rewritten.
    public func rewrap() throws(KeyRingError) -> Int {
        try store.rewrap()
    }

    /// What is wrong with the key files, sorted by file name; nothing if all is well.
    /// - Parameter towns: those that exist: each must have all its keys, and no other may have any. Nil where they are not known.
    public func check(towns: [Int]? = nil) -> [KeyRingError] {
        store.check(towns: towns)
    }
}
