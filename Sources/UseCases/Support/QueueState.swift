import Database
import Domain
import JobQueue

/// How the queue of jobs stands, for those who look after the installation.
public struct QueueState: Sendable, Equatable {
    public var waiting: Int
    public var dead: Int
    /// For how long the oldest due job has waited; 0 when none is due.
    public var oldestSeconds: Int
}

extension House {
    public func queueState() async throws -> QueueState {
        let now = world.now().milliseconds
        let counts = try await database.read { try JobCounts($0, now: now) }
        return QueueState(waiting: counts.waiting, dead: counts.dead, oldestSeconds: counts.oldestDue.map { Int((now - $0) / 1_000) } ?? 0)
    }
}
