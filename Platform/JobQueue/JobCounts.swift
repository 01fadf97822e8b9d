public import Database

/// How the queue stands, for figures and for `doctor`.
public struct JobCounts: Sendable, Equatable {
    /// Not yet done, those due later included.
    public var waiting: Int
    public var dead: Int
    /// Epoch milliseconds at which the job that waits longest was due; nil when none is due.
    public var oldestDue: Int64?

    public init(_ transaction: any Transaction, now: Int64) throws {
        var counts = [0: 0, 1: 0]
        try transaction.run("/* JobCounts.init */ SELECT dead, count(*) FROM jobs GROUP BY dead") { row in
            let isDead: Int = try row.next()
            counts[isDead] = try row.next()
        }
        waiting = counts[0] ?? 0
        dead = counts[1] ?? 0
        oldestDue = try Jobs(transaction).oldestDue(now: now)
    }
}
