import Synchronization

/// The same chances for the same seed, on every machine (SplitMix64).
final class Chance: Sendable {
    private let state: Mutex<UInt64>

    init(seed: UInt64) { state = Mutex(seed) }

    func next() -> UInt64 {
        state.withLock { state in
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
    func pick<T>(_ things: [T]) -> T { things[below(things.count)] }
}
