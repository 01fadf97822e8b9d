import Crypto
import Foundation
import Synchronization

/// Keys computed from a seed, for tests: every town has its own until it is erased.
final class SeededKeys: KeyStore {
    private struct State {
        var erased: Set<Int> = []
        var changed: [KeySlot: KeyGenerations] = [:]
        var changes = 0
        var ledgers: [String: String] = [:]
    }

    private let seed: SymmetricKey
    private let state = Mutex(State())

    init(seed: String) { self.seed = SymmetricKey(data: Array(SHA256.hash(data: Array(seed.utf8)))) }

    func stamp(_ slot: KeySlot) -> KeyStamp? {
        state.withLock { $0.erased.contains(slot.town) ? nil : KeyStamp(file: 0, seconds: $0.changes, nanoseconds: 0) }
    }

    func read(_ slot: KeySlot) throws(KeyRingError) -> (keys: KeyGenerations, stamp: KeyStamp) {
        guard let stamp = stamp(slot) else { throw KeyRingError(file: slot.fileName, reason: .missing) }
        return (state.withLock { $0.changed[slot] } ?? seeded(slot), stamp)
    }

    func prints(_ slot: KeySlot) throws(KeyRingError) -> (prints: [KeyGeneration.Print]?, stamp: KeyStamp) {
        let (keys, stamp) = try read(slot)
        return (keys.prints, stamp)
    }

    func create(_ slot: KeySlot) throws(KeyRingError) {
        if stamp(slot) == nil { throw KeyRingError(file: slot.fileName, reason: .missing) }
    }

    func change(_ slot: KeySlot, _ body: (inout KeyGenerations) -> Void) throws(KeyRingError) {
        var keys = try read(slot).keys
        body(&keys)
        state.withLock {
            $0.changed[slot] = keys
            $0.changes += 1
        }
    }

    func erase(town: Int) throws(KeyRingError) {
        state.withLock { _ = $0.erased.insert(town) }
    }

    func append(_ text: String, to ledger: String) throws(KeyRingError) { state.withLock { $0.ledgers[ledger, default: ""] += text } }

    func text(of ledger: String) throws(KeyRingError) -> String { state.withLock { $0.ledgers[ledger] ?? "" } }

    func rewrap() throws(KeyRingError) -> Int { 0 }

    func check(towns: [Int]?) -> [KeyRingError] {
        (towns ?? []).flatMap(KeySlot.all).filter { stamp($0) == nil }.map { KeyRingError(file: $0.fileName, reason: .missing) }
    }

    private func seeded(_ slot: KeySlot) -> KeyGenerations {
        KeyGenerations(
            first: HKDF<SHA256>.deriveKey(inputKeyMaterial: seed, info: Array(slot.fileName.utf8), outputByteCount: 32))
    }
}
