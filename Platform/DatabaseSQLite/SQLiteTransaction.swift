import Database
import struct Database.DatabaseError
import struct Database.Row
import struct Database.SQL
import GRDB

/// GRDB's connection seen as a `Transaction`; lives on one thread, for one closure.
final class SQLiteTransaction: Transaction {
    private let database: GRDB.Database
    private(set) var hasFailed = false
    var dialect: SQL.Dialect { .sqlite }

    init(_ database: GRDB.Database) { self.database = database }

    func run(_ sql: SQL, _ each: (inout Row) throws -> Void) throws -> Int {
        do {
            let statement = try PreparedStatement(sql.sqlite, in: database)
            defer { statement.reset() }
            try statement.bind(sql.values)
            guard statement.hasColumns else {
                _ = try statement.step()
                return statement.changes
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

    private func fetch(_ statement: PreparedStatement, _ each: (inout Row) throws -> Void) throws -> Int {
        let columns = statement.columns
        var count = 0
        while try statement.step() {
            var view = Row(columns)
            try each(&view)
            count += 1
        }
        return count
    }
}
