import Database
import DatabaseSQLite
import Dispatch
import Synchronization

/// SQLite in one transaction that never ends: `attempt` plays something and takes it back, however many writes it made.
///
/// A write is a savepoint, so each is still whole or nothing. For models that play every life from one state.
public final class RewindingDatabase: Database {
    public let dialect = SQL.Dialect.sqlite
    let faults = Mutex(Faults())
    private let file: SQLiteDatabase
    private let pump = Pump()

    public init() throws {
        file = try SQLiteDatabase(path: TemporaryFolder().path + "/db.sqlite", readers: 1)
        Task { [file, pump] in
            try? await file.write(.unordered) { sql in
                pump.serve(sql)
                throw Over()
            }
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await run { [self] in try body(FaultyTransaction($0, faults.withLock(\.planted))) }
    }

    public func write<T: Sendable>(_ scope: WriteScope, _ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await run { [self] sql in
            let end = try faults.withLock { try $0.nextWrite() }
            let transaction = FaultyTransaction(sql, faults.withLock(\.planted))
            try sql.run("SAVEPOINT one_write")
            do {
                let value = try body(transaction)
                guard !transaction.hasFailed else { throw DatabaseError(.aborted, "a statement failed earlier in this transaction") }
                if end != .whole { throw Faults.isDead }
                try sql.run("RELEASE one_write")
                return value
            } catch {
                if end != .tornDeath { try sql.run("ROLLBACK TO one_write") }
                try sql.run("RELEASE one_write")
                throw error
            }
        }
    }

    /// Keeps what was written so far. While a change of the schema is not kept, SQLite prepares all statements anew after each `attempt`.
    public func keep() async throws {
        try await run {
            try $0.run("COMMIT")
            try $0.run("BEGIN IMMEDIATE")
        }
    }

    /// Plays `body`, then takes back all that it wrote.
    public func attempt<T>(_ body: () async throws -> T) async throws -> T {
        try await run { _ = try $0.run("SAVEPOINT attempt") }
        let outcome: Result<T, any Error>
        do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
        try await run {
            try $0.run("ROLLBACK TO attempt")
            try $0.run("RELEASE attempt")
        }
        return try outcome.get()
    }

    public func close() async {
        pump.close()
        await file.close()
    }

    private func run<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            pump.order { sql in continuation.resume(with: Result { try body(sql) }) }
        }
    }

    private struct Over: Error {}
}

/// Closures that one thread runs, one after the other, on the transaction that it holds open.
private final class Pump: Sendable {
    private let orders = Mutex<[@Sendable (any Transaction) -> Void]>([])
    private let signal = DispatchSemaphore(value: 0)

    func order(_ order: @escaping @Sendable (any Transaction) -> Void) {
        orders.withLock { $0.append(order) }
        signal.signal()
    }

    func close() { signal.signal() }

    /// Until `close`, once nothing is left to run.
    func serve(_ sql: any Transaction) {
        while true {
            signal.wait()
            guard let order = orders.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
            order(sql)
        }
    }
}
