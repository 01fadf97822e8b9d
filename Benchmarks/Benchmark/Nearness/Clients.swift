import Foundation
import Synchronization

/// Threads that ask one question after the other, each from a place of its own in the list.
struct Clients {
    let count: Int
    let seconds: Double

    /// Answers a second, of all together.
    func rate(_ ask: @escaping @Sendable (Int) -> [some Sendable]) -> Double {
        let (total, ended) = (Tally(), DispatchSemaphore(value: 0))
        let started = ContinuousClock.now
        let end = started + .seconds(seconds)
        for number in 0..<count {
            Thread.detachNewThread {
                total.add(Self.answers(from: number * 977, until: end, ask))
                ended.signal()
            }
        }
        for _ in 0..<count { ended.wait() }
        return Double(total.value) / ((ContinuousClock.now - started) / .seconds(1))
    }

    private static func answers(from start: Int, until end: ContinuousClock.Instant, _ ask: (Int) -> [some Sendable]) -> Int {
        var next = start
        while ContinuousClock.now < end {
            for _ in 0..<16 {
                _ = ask(next)
                next += 1
            }
        }
        return next - start
    }
}

private final class Tally: Sendable {
    private let sum = Atomic(0)

    var value: Int { sum.load(ordering: .acquiring) }
    func add(_ more: Int) { sum.add(more, ordering: .acquiringAndReleasing) }
}
