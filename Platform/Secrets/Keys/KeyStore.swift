import Crypto

/// Where data keys are kept: a folder, or a seed in tests.
protocol KeyStore: Sendable {
    /// What changes when the key does; nil if there is none. Cheap: asked at each use.
    func stamp(_ slot: KeySlot) -> KeyStamp?
    func read(_ slot: KeySlot) throws(KeyRingError) -> (key: SymmetricKey, stamp: KeyStamp)
    /// Makes the key unless there is one.
    func create(_ slot: KeySlot) throws(KeyRingError)
    func erase(town: Int) throws(KeyRingError)
    func rewrap() throws(KeyRingError) -> Int
    func check(towns: [Int]) -> [KeyRingError]
}

/// The identity of one written key.
struct KeyStamp: Equatable, Sendable {
    let file: UInt64
    let seconds: Int
    let nanoseconds: Int
}
