import Crypto

/// Where data keys are kept: a folder, or a seed in tests.
protocol KeyStore: Sendable {
    /// What changes when the key does; nil if there is none. Cheap: asked at each use.
    func stamp(_ slot: KeySlot) -> KeyStamp?
    func read(_ slot: KeySlot) throws(KeyRingError) -> (keys: KeyGenerations, stamp: KeyStamp)
    /// What can be known of a key that does not open.
    func prints(_ slot: KeySlot) throws(KeyRingError) -> (prints: [KeyGeneration.Print]?, stamp: KeyStamp)
    /// Makes the key unless there is one.
    func create(_ slot: KeySlot) throws(KeyRingError)
    /// Puts the changed key in the place of the one before, of which nothing stays.
    func change(_ slot: KeySlot, _ body: (inout KeyGenerations) -> Void) throws(KeyRingError)
    func erase(town: Int) throws(KeyRingError)
    func rewrap() throws(KeyRingError) -> Int
    func check(towns: [Int]?) -> [KeyRingError]
    func append(_ text: String, to ledger: String) throws(KeyRingError)
    /// Empty if nothing was ever appended.
    func text(of ledger: String) throws(KeyRingError) -> String
}

/// The identity of one written key.
struct KeyStamp: Equatable, Sendable {
    let file: UInt64
    let seconds: Int
    let nanoseconds: Int
}
