public import Database

/// The queue inside a transaction: enqueue beside the change that asks for the work, and both happen or neither.
public struct Jobs {
    private let transaction: any Transaction

    public init(_ transaction: any Transaction) { self.transaction = transaction }

    /// - Parameters:
    ///   - due: epoch milliseconds from which it may run.
    ///   - key: at most one waiting job may bear it; a second enqueue with the same key changes nothing.
    public func enqueue(_ kind: String, town: Int, payload: String = "", due: Int64, key: String? = nil) throws {
        try transaction.run(
            """
            /* Jobs.enqueue */ INSERT INTO jobs (town_id, id, kind, payload, due, lease_until, attempts, dead, unique_key)
            VALUES (\(town), \(JobID.make(at: due)), \(kind), \(payload), \(due), 0, 0, 0, \(key))
            ON CONFLICT (town_id, unique_key) DO NOTHING
            """)
    }

    /// Takes the next due job and holds it until `now + lease`; a worker that dies loses it and there is nothing to clean up.
    public func claim(now: Int64, lease: Int64) throws -> Job? {
        try transaction.first(
            """
            /* Jobs.claim */ UPDATE jobs SET lease_until = \(now + lease), attempts = attempts + 1
            WHERE (town_id, id) = (SELECT town_id, id FROM jobs WHERE dead = 0 AND due <= \(now) AND lease_until <= \(now)
                                   ORDER BY due, id LIMIT 1 \(postgres: "FOR UPDATE SKIP LOCKED"))
            RETURNING \(Job.self)
            """)
    }

    /// Removes a job, if this worker still holds it; false when its lease ran out and somebody else took it.
    public func finish(_ job: Job) throws -> Bool {
        try transaction.run(
            "/* Jobs.finish */ DELETE FROM jobs WHERE town_id = \(job.town) AND id = \(job.id) AND attempts = \(job.attempts)") == 1
    }

    public func retry(_ job: Job, at due: Int64, error: String) throws {
        try transaction.run(
            """
            /* Jobs.retry */ UPDATE jobs SET due = \(due), lease_until = 0, last_error = \(error)
            WHERE town_id = \(job.town) AND id = \(job.id) AND attempts = \(job.attempts)
            """)
    }

    public func bury(_ job: Job, now: Int64, error: String) throws {
        try transaction.run(
            """
            /* Jobs.bury */ UPDATE jobs SET dead = 1, due = \(now), lease_until = 0, last_error = \(error), unique_key = NULL
            WHERE town_id = \(job.town) AND id = \(job.id) AND attempts = \(job.attempts)
            """)
    }

    public func cancel(key: String, town: Int) throws {
        try transaction.run("/* Jobs.cancel */ DELETE FROM jobs WHERE town_id = \(town) AND unique_key = \(key) AND dead = 0")
    }

    /// When the next job is due, run or not; nil when none waits.
    public func nextDue() throws -> Int64? {
        try transaction.value("/* Jobs.nextDue */ SELECT min(due) FROM jobs WHERE dead = 0")
    }

    public func deadLetters(limit: Int = 100) throws -> [DeadLetter] {
        try transaction.all("/* Jobs.deadLetters */ SELECT \(DeadLetter.self) FROM jobs WHERE dead = 1 ORDER BY due DESC LIMIT \(limit)")
    }

    /// Epoch milliseconds at which the job that waits longest was due; nil when none is due. What `health/ready` reports.
    public func oldestDue(now: Int64) throws -> Int64? {
        try transaction.value("/* Jobs.oldestDue */ SELECT min(due) FROM jobs WHERE dead = 0 AND due <= \(now)")
    }

    /// Enqueues each schedule that is due and moves it on; of several processes one succeeds.
    public func fire(_ schedules: [Schedule], now: Int64) throws {
        for schedule in schedules {
            try transaction.run(
                """
                /* Jobs.fire */ INSERT INTO schedules (name, next_at) VALUES (\(schedule.kind), \(now))
                ON CONFLICT (name) DO NOTHING
                """)
            let moved = try transaction.run(
                """
                /* Jobs.fire */ UPDATE schedules SET next_at = \(now + schedule.every)
                WHERE name = \(schedule.kind) AND next_at <= \(now)
                """)
            if moved == 1 { try enqueue(schedule.kind, town: 0, due: now, key: "schedule:\(schedule.kind)") }
        }
    }
}

/// Work that comes back by itself.
public struct Schedule: Sendable {
    public var kind: String
    /// Milliseconds between two runs.
    public var every: Int64

    public init(_ kind: String, every: Int64) {
        self.kind = kind
        self.every = every
    }
}

enum JobID {
    /// Time first, so that jobs sort by age; the rest random.
    static func make(at time: Int64) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        let words = (generator.next() as UInt64, generator.next() as UInt64)
        var bytes = withUnsafeBytes(of: words) { Array($0) }
        for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: time >> Int64(8 * (5 - index))) }
        return bytes
    }
}
