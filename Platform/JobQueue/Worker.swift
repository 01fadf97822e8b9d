public import Database
public import Logging

/// What a kind of job does: the effect outside the database first, then what it answers, which is written in the transaction that ends the job.
public typealias JobHandler = @Sendable (Job) async throws -> Completion
public typealias Completion = @Sendable (any Transaction) throws -> Void

/// Claims jobs and runs them until its task is cancelled; several may share a database.
public struct Worker: Sendable {
    private static let lease: Int64 = 120_000
    private let database: any Database
    private let handlers: [String: JobHandler]
    private let schedules: [Schedule]
    private let bell: JobBell
    private let now: @Sendable () -> Int64
    private let backoff: Backoff
    private let logger: Logger

    public init(
        database: any Database, handlers: [String: JobHandler], schedules: [Schedule] = [], bell: JobBell, backoff: Backoff = Backoff(),
        now: @escaping @Sendable () -> Int64, logger: Logger
    ) {
        self.database = database
        self.handlers = handlers
        self.schedules = schedules
        self.bell = bell
        self.backoff = backoff
        self.now = now
        self.logger = logger
    }

    /// Runs `lanes` jobs beside each other until cancelled; jobs in hand are finished first.
    public func run(lanes: Int = 4) async {
        await withTaskGroup(of: Void.self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    while !Task.isCancelled {
                        if lane == 0 { await self.fireSchedules() }
                        let didWork = await self.step()
                        if !didWork { await self.bell.wait(atMost: .seconds(1)) }
                    }
                }
            }
        }
    }

    /// Runs everything that is due, one after the other; for tests and commands.
    public func drain() async {
        await fireSchedules()
        while await step() {}
    }

    /// Runs one due job; false when there was none.
    func step() async -> Bool {
        do {
            let time = now()
            guard let job = try await database.write(.unordered, { try Jobs($0).claim(now: time, lease: Self.lease) }) else { return false }
            await perform(job)
            return true
        } catch {
            logger.error("the job queue cannot be read", metadata: ["error": "\(error)"])
            try? await Task.sleep(for: .seconds(1))
            return false
        }
    }

    private func perform(_ job: Job) async {
        do {
            guard let handler = handlers[job.kind] else { throw JobGaveUp("nobody handles \(job.kind)") }
            let completion = try await handler(job)
            try await database.write(.town(job.town)) { transaction in
                guard try Jobs(transaction).finish(job) else { throw LeaseLost() }
                try completion(transaction)
            }
        } catch is LeaseLost {
            logger.warning("a job outlived its lease and was left to another worker", metadata: ["kind": "\(job.kind)"])
        } catch {
            await postpone(job, because: error)
        }
    }

    private func postpone(_ job: Job, because error: any Error) async {
        let time = now()
        let gaveUp = error is JobGaveUp || job.attempts >= backoff.attempts
        let due = time + backoff.delay(after: job.attempts)
        let reason = String("\(error)".prefix(300))
        logger.warning(
            gaveUp ? "a job gave up" : "a job will be tried again",
            metadata: ["kind": "\(job.kind)", "attempt": "\(job.attempts)", "error": "\(reason)"])
        do {
            try await database.write(.unordered) { transaction in
                if gaveUp {
                    try Jobs(transaction).bury(job, now: time, error: reason)
                } else {
                    try Jobs(transaction).retry(job, at: due, error: reason)
                }
            }
        } catch {
            logger.error("a failed job could not be put back; its lease will run out", metadata: ["error": "\(error)"])
        }
    }

    private func fireSchedules() async {
        guard !schedules.isEmpty else { return }
        let time = now()
        do {
            let due: Int? = try await database.read { transaction in
                try transaction.value("/* Worker.fireSchedules */ SELECT count(*) FROM schedules WHERE next_at > \(time)")
            }
            guard due != schedules.count else { return }
            try await database.write(.unordered) { [schedules] in try Jobs($0).fire(schedules, now: time) }
        } catch {
            logger.error("schedules could not be fired", metadata: ["error": "\(error)"])
        }
    }
}

private struct LeaseLost: Error {}
