import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Many readers or one writer. Readers of different threads count themselves on different cache lines, so that they do not wait for each
/// other's; a writer pays, by looking at all of them.
///
/// Source: W. C. Hsieh and W. E. Weihl, "Scalable Reader-Writer Locks for Parallel Systems", 1992.
struct ReadersLock: ~Copyable {
    /// Two cache lines, because processors fetch them in pairs.
    private struct Stripe: ~Copyable {
        let readers = Atomic(0)
        private let rest: (Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int, Int) =
            (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    }

    private static let stripeCount = 16
    private let stripes = UnsafeMutablePointer<Stripe>.allocate(capacity: stripeCount)
    private let isWriting = Atomic(false)
    private let writers = Mutex(())

    init() {
        for index in 0..<Self.stripeCount { (stripes + index).initialize(to: Stripe()) }
    }

    deinit {
        stripes.deinitialize(count: Self.stripeCount)
        stripes.deallocate()
    }

    /// `body` must not write: it would wait for itself.
    @inline(__always)
    func read<Answer>(_ body: () -> Answer) -> Answer {
        let stripe = enter()
        defer { stripes[stripe].readers.subtract(1, ordering: .releasing) }
        return body()
    }

    func write<Answer>(_ body: () -> Answer) -> Answer {
        writers.withLock { _ in
            isWriting.store(true, ordering: .sequentiallyConsistent)
            defer { isWriting.store(false, ordering: .releasing) }
            for index in 0..<Self.stripeCount { waitForReaders(of: index) }
            return body()
        }
    }

    /// A reader that finds a writer steps back and waits behind it.
    private func enter() -> Int {
        let stripe = Self.stripeOfThisThread()
        while true {
            stripes[stripe].readers.add(1, ordering: .sequentiallyConsistent)
            if !isWriting.load(ordering: .sequentiallyConsistent) { return stripe }
            stripes[stripe].readers.subtract(1, ordering: .releasing)
            writers.withLock { _ in }
        }
    }

    /// Readers are gone within microseconds unless the system has put one aside: then they are given way.
    private func waitForReaders(of index: Int) {
        while stripes[index].readers.load(ordering: .sequentiallyConsistent) != 0 { sched_yield() }
    }

    /// Threads have stacks of their own: an address on it tells them apart.
    @inline(__always)
    private static func stripeOfThisThread() -> Int {
        var marker: UInt8 = 0
        let address = withUnsafePointer(to: &marker) { UInt64(UInt(bitPattern: $0)) }
        return Int(((address >> 16) &* 0x9E37_79B9_7F4A_7C15) >> 60)
    }
}
