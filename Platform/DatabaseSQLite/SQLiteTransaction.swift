import Database
import struct Database.DatabaseError
import struct Database.Row
import struct Database.SQL
import Foundation
import GRDB

/// GRDB's connection seen as a `Transaction`; lives on one thread, for one closure.
final class SQLiteTransaction: Transaction {
    private let database: GRDB.Database
    private(set) var hasFailed = false
    var dialect: SQL.Dialect { .sqlite }

    init(_ database: GRDB.Database) { self.database = database }

    func run(_ sql: SQL, _ each: (inout Row) throws -> Void) throws -> Int {
        do {
            let statement = try database.cachedStatement(sql: sql.sqlite)
            statement.setUncheckedArguments(StatementArguments(sql.values.map(\.databaseValue)))
            guard statement.columnCount > 0 else {
                try statement.execute()
                return database.changesCount
            }
            return try fetch(statement, each)
        } catch let error as GRDB.DatabaseError {
            hasFailed = true
            throw DatabaseError(error)
        }
    }

    func script(_ text: String) throws {
        do {
            try database.execute(sql: text)
        } catch let error as GRDB.DatabaseError {
            hasFailed = true
            throw DatabaseError(error)
        }
    }

    private func fetch(_ statement: Statement, _ each: (inout Row) throws -> Void) throws -> Int {
        let cursor = try GRDB.Row.fetchCursor(statement)
        let columns = SQLiteColumns()
        var count = 0
        while let row = try cursor.next() {
            columns.row = row
            var view = Row(columns)
            try each(&view)
            count += 1
        }
        return count
    }
}

final class SQLiteColumns: Columns {
    var row = GRDB.Row()

    func isNull(_ column: Int) -> Bool { (row[column] as DatabaseValue).isNull }
    func integer(_ column: Int) -> Int64 { row[column] }
    func real(_ column: Int) -> Double { row[column] }
    func text(_ column: Int) -> String { row[column] }
    func bytes(_ column: Int) -> [UInt8] { [UInt8](row[column] as Data) }
}

extension SQL.Value {
    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .bytes(let value): Data(value).databaseValue
        }
    }
}
