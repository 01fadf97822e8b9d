import Database
import struct Database.DatabaseError
import GRDB
import Synchronization

/// A write that waits for its group.
protocol PendingWrite: Sendable {
    /// Runs it in the group's transaction; false when it failed, and then the group's transaction holds what must not stay.
    func perform(in database: GRDB.Database) -> Bool
    /// Runs it in a savepoint of its own. Throws only when the whole group is lost.
    func performApart(in database: GRDB.Database) throws
    /// Gives its caller what came of it, once that is on the disk.
    func answer()
    func fail(_ error: any Error)
}

final class Write<T: Sendable>: PendingWrite {
    private let body: @Sendable (any Transaction) throws -> T
    private let continuation: CheckedContinuation<T, any Error>
    private let outcome = Mutex<Result<T, any Error>?>(nil)

    init(body: @escaping @Sendable (any Transaction) throws -> T, continuation: CheckedContinuation<T, any Error>) {
        self.body = body
        self.continuation = continuation
    }

    func perform(in database: GRDB.Database) -> Bool {
        let result = Result { try run(SQLiteTransaction(database)) }
        outcome.withLock { $0 = result }
        if case .failure = result { return false }
        return true
    }

    func performApart(in database: GRDB.Database) throws {
        let result = Result { try inSavepoint(of: database) }
        outcome.withLock { $0 = result }
        // Some errors (disk full, I/O) make SQLite roll back everything: the writes before this one are gone too.
        guard database.isInsideTransaction else {
            if case .failure(let error) = result { throw error }
            throw DatabaseError(.aborted, "the transaction ended early")
        }
    }

    private func inSavepoint(of database: GRDB.Database) throws -> T {
        let transaction = SQLiteTransaction(database)
        try transaction.run("SAVEPOINT one_write")
        do {
            let value = try run(transaction)
            try transaction.run("RELEASE one_write")
            return value
        } catch {
            if database.isInsideTransaction {
                try transaction.run("ROLLBACK TO one_write")
                try transaction.run("RELEASE one_write")
            }
            throw error
        }
    }

    private func run(_ transaction: SQLiteTransaction) throws -> T {
        let value = try body(transaction)
        guard !transaction.hasFailed else { throw DatabaseError(.aborted, "a statement failed earlier in this transaction") }
        return value
    }

    func answer() {
        switch outcome.withLock({ $0 }) {
        case .success(let value): continuation.resume(returning: value)
        case .failure(let error as GRDB.DatabaseError): continuation.resume(throwing: DatabaseError(error))
        case .failure(let error): continuation.resume(throwing: error)
        case nil: continuation.resume(throwing: DatabaseError(.aborted, "the write did not run"))
        }
    }

    func fail(_ error: any Error) { continuation.resume(throwing: error) }
}
