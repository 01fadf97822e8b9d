import Database
import Logging
import Synchronization
import TestSupport
import Testing

@testable import JobQueue

@Suite struct JobQueueTests {
    private static func open(_ engine: Engine) async throws -> any Database {
        let database = try await engine.open()
        try await Migrator(jobQueueMigrations).migrate(database, now: 0)
        return database
    }

    @Test(arguments: Engine.all) func eachJobIsClaimedOnce(_ engine: Engine) async throws {
        let database = try await Self.open(engine)
        try await database.write(.unordered) { sql in
            for number in 1...100 { try Jobs(sql).enqueue("count", town: number % 4, payload: String(number), due: 0) }
        }
        let claimed = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<4 {
                group.addTask {
                    var payloads: [String] = []
                    while let job = try await database.write(.unordered, { try Jobs($0).claim(now: 10, lease: 60_000) }) {
                        payloads.append(job.payload)
                    }
                    return payloads
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claimed.count == 100)
        #expect(Set(claimed).count == 100)
    }

    @Test(arguments: Engine.all) func aDeadWorkersJobComesBack(_ engine: Engine) async throws {
        let database = try await Self.open(engine)
        try await database.write(.unordered) { try Jobs($0).enqueue("x", town: 1, due: 0) }
        let first = try await database.write(.unordered) { try Jobs($0).claim(now: 0, lease: 100) }
        #expect(try await database.write(.unordered) { try Jobs($0).claim(now: 99, lease: 100) } == nil)
        let second = try await database.write(.unordered) { try Jobs($0).claim(now: 100, lease: 100) }
        #expect(second?.attempts == 2)
        // The first worker wakes up again: its claim is void.
        let stale = try #require(first)
        #expect(try await database.write(.unordered) { try Jobs($0).finish(stale) } == false)
    }

    @Test(arguments: Engine.all) func oneKeyOneJob(_ engine: Engine) async throws {
        let database = try await Self.open(engine)
        try await database.write(.unordered) { sql in
            try Jobs(sql).enqueue("x", town: 1, due: 0, key: "k")
            try Jobs(sql).enqueue("x", town: 1, due: 0, key: "k")
            try Jobs(sql).enqueue("x", town: 2, due: 0, key: "k")
        }
        let count: Int? = try await database.read { try $0.value("SELECT count(*) FROM jobs") }
        #expect(count == 2)
    }

    @Test(arguments: Engine.all) func theEndOfAJobIsPartOfItsWork(_ engine: Engine) async throws {
        let database = try await Self.open(engine)
        try await database.write(.unordered) { try Jobs($0).enqueue("chain", town: 1, payload: "1", due: 0) }
        let seen = Mutex<[String]>([])
        let worker = Worker(
            database: database,
            handlers: [
                "chain": { job in
                    seen.withLock { $0.append(job.payload) }
                    return { sql in if job.payload == "1" { try Jobs(sql).enqueue("chain", town: 1, payload: "2", due: 0) } }
                }
            ],
            bell: JobBell(), now: { 0 }, logger: Logger(label: "test"))
        await worker.drain()
        #expect(seen.withLock { $0 } == ["1", "2"])
        let left: Int? = try await database.read { try $0.value("SELECT count(*) FROM jobs") }
        #expect(left == 0)
    }

    @Test(arguments: Engine.all) func failuresWaitLongerAndLongerThenAreShown(_ engine: Engine) async throws {
        let database = try await Self.open(engine)
        try await database.write(.unordered) { try Jobs($0).enqueue("fails", town: 1, due: 0) }
        let clock = Mutex<Int64>(0)
        var backoff = Backoff()
        backoff.attempts = 3
        let worker = Worker(
            database: database, handlers: ["fails": { _ in throw Failure() }], bell: JobBell(), backoff: backoff,
            now: { clock.withLock { $0 } }, logger: Logger(label: "test"))
        for _ in 0..<3 {
            await worker.drain()
            clock.withLock { $0 += 3_600_000 }
        }
        let dead = try await database.read { try Jobs($0).deadLetters() }
        #expect(dead.count == 1)
        #expect(dead.first?.attempts == 3)
    }

    @Test func backoffDoublesWithinItsBounds() {
        let backoff = Backoff()
        #expect([1, 2, 3, 10, 60].map { backoff.delay(after: $0, jitter: 0) } == [5_000, 10_000, 20_000, 2_560_000, 3_600_000])
        #expect((5_000...6_000).contains(backoff.delay(after: 1)))
    }

    @Test(arguments: Engine.all) func aScheduleFiresOnceHoweverManyWorkers(_ engine: Engine) async throws {
        let database = try await Self.open(engine)
        let schedules = [Schedule("nightly", every: 1_000)]
        for _ in 0..<3 { try await database.write(.unordered) { try Jobs($0).fire(schedules, now: 0) } }
        let count: @Sendable () async throws -> Int? = { try await database.read { try $0.value("SELECT count(*) FROM jobs") } }
        #expect(try await count() == 1)
        try await database.write(.unordered) { sql in
            let job = try #require(try Jobs(sql).claim(now: 0, lease: 1))
            _ = try Jobs(sql).finish(job)
            try Jobs(sql).fire(schedules, now: 999)
        }
        #expect(try await count() == 0)
        try await database.write(.unordered) { try Jobs($0).fire(schedules, now: 1_000) }
        #expect(try await count() == 1)
    }
}

private struct Failure: Error {}
