/// A database: SQLite or PostgreSQL, the same to everybody above.
public protocol Database: Sendable {
    var dialect: SQL.Dialect { get }

    /// A consistent snapshot, beside writers. Runs off the event loops.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T

    /// All of `body` or nothing; durable when it answers. `body` may run again after a conflict, so it has no effect but SQL.
    func write<T: Sendable>(_ scope: WriteScope, _ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T

    func close() async
}

/// What a write puts in order.
public enum WriteScope: Sendable, Equatable {
    /// Writes of one town come one after the other: one writer on SQLite, an advisory lock on PostgreSQL.
    case town(Int)
    /// Statements that take their own locks (the job queue).
    case unordered
    /// Nobody else writes to the schema meanwhile (migrations).
    case schema
}
