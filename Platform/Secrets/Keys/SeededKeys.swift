import Crypto
import Foundation
import Synchronization

/// Keys computed from a seed, for tests: every town has its own until it is erased.
final class SeededKeys: KeyStore {
    private let seed: SymmetricKey
    private let erased = Mutex<Set<Int>>([])

    init(seed: String) { self.seed = SymmetricKey(data: Array(SHA256.hash(data: Array(seed.utf8)))) }

    func stamp(_ slot: KeySlot) -> KeyStamp? {
        erased.withLock { $0.contains(slot.town) } ? nil : KeyStamp(file: 0, seconds: 0, nanoseconds: 0)
    }

    func read(_ slot: KeySlot) throws(KeyRingError) -> (key: SymmetricKey, stamp: KeyStamp) {
        guard let stamp = stamp(slot) else { throw KeyRingError(file: slot.fileName, reason: .missing) }
        let key = HKDF<SHA256>.deriveKey(inputKeyMaterial: seed, info: Array(slot.fileName.utf8), outputByteCount: 32)
        return (key, stamp)
    }

    func create(_ slot: KeySlot) throws(KeyRingError) {
        if stamp(slot) == nil { throw KeyRingError(file: slot.fileName, reason: .missing) }
    }

    func erase(town: Int) throws(KeyRingError) {
        erased.withLock { _ = $0.insert(town) }
    }

    func rewrap() throws(KeyRingError) -> Int { 0 }

    func check(towns: [Int]) -> [KeyRingError] {
        towns.flatMap(KeySlot.all).filter { stamp($0) == nil }.map { KeyRingError(file: $0.fileName, reason: .missing) }
    }
}
