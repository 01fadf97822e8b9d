public import Database
public import protocol Database.Database
import struct Database.DatabaseError
import Dispatch
import GRDB
import NIOPosix

/// One SQLite file in WAL mode: readers on their own threads, one writer that commits in groups (see `GroupedWriter`).
public final class SQLiteDatabase: Database {
    public let dialect = SQL.Dialect.sqlite
    private let pool: DatabasePool
    private let readers: NIOThreadPool
    private let writer: GroupedWriter

    /// Opens or creates the file at `path`; its folder must exist.
    public init(path: String, readers count: Int = 4) throws {
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(readers: count))
            // GRDB sets NORMAL after opening; an acknowledged write must survive a power cut.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        } catch let error as GRDB.DatabaseError {
            throw DatabaseError(error)
        }
        readers = NIOThreadPool(numberOfThreads: count)
        readers.start()
        writer = GroupedWriter(pool: pool)
    }

    private static func configuration(readers count: Int) -> Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = count
        configuration.busyMode = .timeout(5)
        // 64 MB of log before its pages are copied home: pages that change again and again are then copied once.
        configuration.prepareDatabase {
            try $0.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 16000")
        }
        return configuration
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await readers.runIfActive { [pool] in
            do {
                return try pool.read { try body(SQLiteTransaction($0)) }
            } catch let error as GRDB.DatabaseError {
                throw DatabaseError(error)
            }
        }
    }

    public func write<T: Sendable>(_ scope: WriteScope, _ body: @escaping @Sendable (any Transaction) throws -> T) async throws -> T {
        try await writer.write(body)
    }

    public func close() async {
        await writer.close()
        try? await readers.shutdownGracefully()
        try? pool.close()
    }
}
