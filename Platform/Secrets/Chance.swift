import Glibc
import Synchronization

/// The kernel's random bytes, asked for thirty-two numbers at a time: asked for one by one, they are most of what an id or a nonce costs.
public struct Chance: RandomNumberGenerator, Sendable {
    private struct Store {
        static let size = 32
        var numbers = [UInt64](repeating: 0, count: size)
        var used = size
    }

    private static let store = Mutex(Store())

    public init() {}

    public func next() -> UInt64 {
        Self.store.withLock { store in
            if store.used == Store.size { Self.fill(&store) }
            // What was given out is not kept.
            defer { store.numbers[store.used] = 0; store.used += 1 }
            return store.numbers[store.used]
        }
    }

    /// Up to 256 bytes the kernel gives in one piece (getentropy(3)); it can only fail while the machine starts.
    private static func fill(_ store: inout Store) {
        let failure = store.numbers.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) }
        precondition(failure == 0, "the kernel gives no random bytes")
        store.used = 0
    }
}
