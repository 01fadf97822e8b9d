import Database
import struct Database.DatabaseError
import GRDB

extension DatabaseError {
    /// SQLite's result code in our words. The message never carries bound values.
    init(_ error: GRDB.DatabaseError) {
        let kind: Kind =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: .unique
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
            case .SQLITE_CONSTRAINT_CHECK, .SQLITE_CONSTRAINT_DATATYPE: .check
            case .SQLITE_CONSTRAINT_NOTNULL: .notNull
            default: Self.kind(of: error.resultCode)
            }
        self.init(kind, error.message ?? "SQLite \(error.extendedResultCode.rawValue)")
    }

    private static func kind(of code: ResultCode) -> Kind {
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_FULL: .full
        case .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CORRUPT, .SQLITE_NOTADB: .medium
        case .SQLITE_CANTOPEN: .connection
        case .SQLITE_ABORT: .aborted
        default: .other
        }
    }
}
