import Database
import struct Database.SQL
import GRDB
import GRDBSQLite

/// A statement that GRDB prepared and keeps, run by SQLite's own calls: rows read through GRDB cost several times what SQLite takes.
struct PreparedStatement {
    private let statement: Statement
    private let raw: OpaquePointer
    private let connection: OpaquePointer?

    init(_ text: String, in database: GRDB.Database) throws {
        statement = try database.cachedStatement(sql: text)
        raw = statement.sqliteStatement
        connection = database.sqliteConnection
    }

    var hasColumns: Bool { sqlite3_column_count(raw) > 0 }
    var changes: Int { Int(sqlite3_changes(connection)) }
    var columns: SQLiteColumns { SQLiteColumns(raw) }

    func bind(_ values: [SQL.Value]) throws {
        for (index, value) in values.enumerated() {
            let code = bind(value, at: CInt(index + 1))
            guard code == SQLITE_OK else { throw failure() }
        }
    }

    /// True when there is a row to read.
    func step() throws -> Bool {
        switch sqlite3_step(raw) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure()
        }
    }

    /// Ready to run again; an error of the last step was told by `step`.
    func reset() { sqlite3_reset(raw) }

    private func bind(_ value: SQL.Value, at position: CInt) -> CInt {
        switch value {
        case .null: return sqlite3_bind_null(raw, position)
        case .integer(let number): return sqlite3_bind_int64(raw, position, number)
        case .real(let number): return sqlite3_bind_double(raw, position, number)
        case .text(let text): return sqlite3_bind_text(raw, position, text, CInt(text.utf8.count), Self.copied)
        // No bytes have no address, and without one SQLite would bind NULL.
        case .bytes(let bytes) where bytes.isEmpty: return sqlite3_bind_zeroblob(raw, position, 0)
        case .bytes(let bytes): return sqlite3_bind_blob(raw, position, bytes, CInt(bytes.count), Self.copied)
        }
    }

    /// SQLITE_TRANSIENT, a macro that Swift does not see: SQLite copies the value during the call.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private func failure() -> GRDB.DatabaseError {
        GRDB.DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)), message: String(cString: sqlite3_errmsg(connection)))
    }
}
