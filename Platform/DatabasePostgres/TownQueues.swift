import Synchronization

/// One writer at a time per town inside this process, first come first served.
final class TownQueues: Sendable {
    private let waiting = Mutex<[Int: [CheckedContinuation<Void, Never>]]>([:])

    func inOrder<T: Sendable>(of town: Int, _ work: @Sendable () async throws -> T) async throws -> T {
        await enter(town)
        defer { leave(town) }
        return try await work()
    }

    private func enter(_ town: Int) async {
        await withCheckedContinuation { continuation in
            let isFree = waiting.withLock { waiting in
                if waiting[town] == nil {
                    waiting[town] = []
                    return true
                }
                waiting[town]?.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    private func leave(_ town: Int) {
        let next: CheckedContinuation<Void, Never>? = waiting.withLock { waiting in
            guard let queue = waiting[town], !queue.isEmpty else {
                waiting[town] = nil
                return nil
            }
            return waiting[town]?.removeFirst()
        }
        next?.resume()
    }
}
