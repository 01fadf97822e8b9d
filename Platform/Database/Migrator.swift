/// One frozen step of the schema, in SQLite's words (`STRICT` tables of INTEGER, REAL, TEXT and BLOB).
public struct Migration: Sendable {
    public var name: String
    public var sql: String

    public init(_ name: String, _ sql: String) {
        self.name = name
        self.sql = sql
    }
}

/// Applies migrations in order, forward only, and tells how a database stands.
public struct Migrator: Sendable {
    public enum Standing: Sendable, Equatable {
        case empty
        case current
        /// Migrations that this binary knows and the database lacks.
        case older(missing: [String])
        /// Migrations that the database has and this binary does not know.
        case newer(unknown: [String])
    }

    public let migrations: [Migration]

    public init(_ migrations: [Migration]) { self.migrations = migrations }

    public func standing(of database: any Database) async throws -> Standing {
        try await database.read { transaction in try standing(in: transaction) }
    }

    /// Applies what is missing in one transaction and answers its names. Two processes at once: the second waits, then finds nothing to do.
    @discardableResult
    public func migrate(_ database: any Database, now: Int64) async throws -> [String] {
        try await database.write(.schema) { transaction in
            let missing: [String]
            switch try standing(in: transaction) {
            case .current, .newer: return []
            case .empty: missing = migrations.map(\.name)
            case .older(let names): missing = names
            }
            try transaction.script(Schema.translated(Self.ledger, for: transaction.dialect))
            for migration in migrations where missing.contains(migration.name) {
                try transaction.script(Schema.translated(migration.sql, for: transaction.dialect))
                try transaction.run(
                    """
                    /* Migrator.migrate */ INSERT INTO schema_migrations (name, checksum, applied_at)
                    VALUES (\(migration.name), \(migration.checksum), \(now))
                    """)
            }
            return missing
        }
    }

    private func standing(in transaction: any Transaction) throws -> Standing {
        guard try ledgerExists(in: transaction) else { return .empty }
        let applied: [String] = try transaction.values("/* Migrator.standing */ SELECT name FROM schema_migrations ORDER BY name")
        let known = Set(migrations.map(\.name))
        let unknown = applied.filter { !known.contains($0) }
        guard unknown.isEmpty else { return .newer(unknown: unknown) }
        let missing = migrations.map(\.name).filter { !applied.contains($0) }
        return missing.isEmpty ? .current : .older(missing: missing)
    }

    private func ledgerExists(in transaction: any Transaction) throws -> Bool {
        let count: Int? = try transaction.value(
            """
            /* Migrator.ledgerExists */ SELECT count(*) FROM
            \(sqlite: "sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'",
              postgres: "pg_tables WHERE schemaname = current_schema() AND tablename = 'schema_migrations'")
            """)
        return (count ?? 0) > 0
    }

    private static let ledger = """
        CREATE TABLE IF NOT EXISTS schema_migrations (
          name TEXT NOT NULL PRIMARY KEY, checksum INTEGER NOT NULL, applied_at INTEGER NOT NULL) STRICT;
        """
}

extension Migration {
    /// FNV-1a of the text, so that `doctor` can tell that a frozen migration was edited.
    public var checksum: Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in sql.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return Int64(bitPattern: hash)
    }
}

/// SQLite's type names are the vocabulary of the schema; PostgreSQL's are derived from them.
public enum Schema {
    public static func translated(_ sqlite: String, for dialect: SQL.Dialect) -> String {
        guard dialect == .postgres else { return sqlite }
        return
            sqlite
            .replacing(/\bINTEGER\b/, with: "bigint")
            .replacing(/\bREAL\b/, with: "double precision")
            .replacing(/\bBLOB\b/, with: "bytea")
            .replacing(/\)\s*(WITHOUT ROWID,\s*)?STRICT\b/, with: ")")
            .replacing(/\bTEXT\b/, with: "text COLLATE \"C\"")
    }
}
