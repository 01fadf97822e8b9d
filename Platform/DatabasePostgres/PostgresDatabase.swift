public import Database
import NIOPosix
import Synchronization

/// PostgreSQL over blocking libpq calls: as many threads as connections, so a running closure always finds an idle connection or may open one.
public final class PostgresDatabase: Database {
    public let dialect = SQL.Dialect.postgres
    private let pool: ConnectionPool
    private let queues = TownQueues()
    private static let attempts = 5

    /// `url` is what libpq reads: `postgres://user@host:port/name?options`. Nothing is connected yet.
    public init(url: String, connections: Int = 8) { pool = ConnectionPool(url: url, size: connections) }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await retrying { [pool] in try await pool.transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body) }
    }

    public func write<T: Sendable>(_ scope: WriteScope, _ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        switch scope {
        case .unordered:
            return try await retrying { [pool] in try await pool.transaction("BEGIN", body) }
        case .town(let town):
            // The lock orders writers of several processes; the queue keeps one busy town from taking every connection of this one.
            return try await queues.inOrder(of: town) { [pool] in
                try await self.retrying { try await pool.transaction("BEGIN; SELECT pg_advisory_xact_lock(\(town))", body) }
            }
        case .schema:
            return try await pool.transaction("BEGIN; SELECT pg_advisory_xact_lock(-1)", body)
        }
    }

    public func close() async { await pool.close() }

    /// Runs again what PostgreSQL itself undid because of somebody else; never what may have been committed.
    private func retrying<T: Sendable>(_ work: @Sendable () async throws -> T) async throws -> T {
        var attempt = 1
        while true {
            do {
                return try await work()
            } catch let error as DatabaseError where error.kind == .serialization && attempt < Self.attempts {
                attempt += 1
                try await Task.sleep(for: .milliseconds(Int.random(in: 1...(1 << (attempt + 2)))))
            }
        }
    }
}
