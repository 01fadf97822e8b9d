import Database
import Domain
import JobQueue
import Persistence
import Secrets

/// A town's data keys made anew while everybody goes on (regulation E-4): new values under new keys at once, older rows sealed anew
/// by a job, then the older keys destroyed.
public struct KeyRotation: Sendable {
    static let job = "keys.reseal"
    /// What was sealed just before the new keys, and written or read just after, has ended by then.
    static let grace = Duration.minutes(10)
    let house: House
    /// Rows per transaction.
    var batch = 200

    public init(_ house: House) { self.house = house }

    /// Begins, or goes on with one that was begun and stopped.
    /// - Returns: how many rows are to be sealed anew.
    public func begin(_ town: Town) async throws -> Int {
        try house.keys.beginRotation(town: town.id)
        let now = house.world.now()
        return try await house.write(town) { [house] scope in
            // Also so that the journal goes on under the new key before the older one goes.
            try Journal(scope).append(entry("rotation begun", now), id: house.world.id())
            try Resealing(scope).alike(try Blocks(scope).everybody())
            try Jobs(scope.sql).cancel(key: Self.job, town: town.id)
            try enqueue(Stage(), of: town.id, due: now, in: scope.sql)
            return try Resealing(scope).left()
        }
    }

    /// Rows still under older keys; nil when none of the town's keys is being rotated.
    public func left(_ town: Town) async throws -> Int? {
        guard try house.keys.isRotating(town: town.id) else { return nil }
        return try await house.read(town) { try Resealing($0).left() }
    }

    var handler: JobHandler {
        { job in
            let town = try await house.town(of: job)
            guard let stage = Stage(job.payload), try house.keys.isRotating(town: town.id) else { return { _ in } }
            let next = try await step(stage, town)
            let now = house.world.now()
            return { sql in
                guard let next else { return }
                try enqueue(next, of: town.id, due: next.isFresh ? now + Self.grace : now, in: sql)
            }
        }
    }

    /// One batch; or the end, when the second pass has found nothing left.
    /// - Returns: what comes next; nil after the end.
    func step(_ stage: Stage, _ town: Town) async throws -> Stage? {
        guard stage.table < SealedTable.all.count else {
            if stage.pass == 1 { return Stage(pass: 2) }
            return try await end(town) ? nil : Stage(pass: 2)
        }
        return try await house.write(town) { [batch] scope in
            let last = try Resealing(scope).batch(of: SealedTable.all[stage.table], after: stage.after, limit: batch)
            return stage.next(after: last)
        }
    }

    private func end(_ town: Town) async throws -> Bool {
        let now = house.world.now()
        let left = try await house.write(town) { [house] scope in
            let left = try Resealing(scope).left()
            if left == 0 { try Journal(scope).append(entry("rotation ended", now), id: house.world.id()) }
            return left
        }
        if left == 0 { try house.keys.endRotation(town: town.id) }
        return left == 0
    }

    private func enqueue(_ stage: Stage, of town: Int, due: Moment, in sql: any Transaction) throws {
        try Jobs(sql).enqueue(Self.job, town: town, payload: stage.text, due: due.milliseconds, key: Self.job)
    }

    private func entry(_ purpose: String, _ now: Moment) -> JournalEntry {
        JournalEntry(at: now, actor: nil, action: .changedSettings, subjectKind: "keys", subject: nil, purpose: purpose)
    }
}
