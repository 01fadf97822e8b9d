import CLibPQ
import Database
import Glibc

/// A libpq connection. `@unchecked Sendable`: a C pointer that the pool hands to one thread at a time, under a lock.
final class Connection: Transaction, @unchecked Sendable {
    private struct StatementKey: Hashable {
        let text: String
        let types: [Oid]
    }

    let dialect = SQL.Dialect.postgres
    private let raw: OpaquePointer
    private var prepared: [StatementKey: String] = [:]

    init(_ url: String) throws {
        guard let raw = PQconnectdb(url) else { throw DatabaseError(.connection, "out of memory") }
        self.raw = raw
        PQsetNoticeProcessor(raw, { _, _ in }, nil)
        guard PQstatus(raw) == CONNECTION_OK else {
            let message = String(cString: PQerrorMessage(raw)).trimmingNewlines
            throw DatabaseError(.connection, message)
        }
        // The schema speaks UTF-8 and a server that lies about durability would void the promise of `write`.
        try execute("SET client_encoding = 'UTF8'; SET client_min_messages = 'warning'")
    }

    deinit { PQfinish(raw) }

    /// Connected, and not left inside a transaction.
    var isUsable: Bool { PQstatus(raw) == CONNECTION_OK && PQtransactionStatus(raw) == PQTRANS_IDLE }

    func run(_ sql: SQL, _ each: (inout Row) throws -> Void) throws -> Int {
        let types = sql.values.map(\.oid)
        let name = try statement(sql.postgres, types)
        let result = try sql.values.withParameters { values, lengths, formats in
            try checked(PQexecPrepared(raw, name, Int32(types.count), values, lengths, formats, 0))
        }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK else { return Int(atoi(PQcmdTuples(result))) }
        let columns = PostgresColumns(result)
        for row in 0..<PQntuples(result) {
            columns.row = row
            var view = Row(columns)
            try each(&view)
        }
        return Int(PQntuples(result))
    }

    func script(_ text: String) throws { try execute(text) }

    func execute(_ text: String) throws { PQclear(try checked(PQexec(raw, text))) }

    /// COMMIT after a swallowed error answers ROLLBACK without an error of its own.
    func commit() throws {
        let result = try checked(PQexec(raw, "COMMIT"))
        defer { PQclear(result) }
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw DatabaseError(.aborted, "a statement failed earlier in this transaction")
        }
    }

    func rollback() {
        if PQtransactionStatus(raw) != PQTRANS_IDLE { PQclear(PQexec(raw, "ROLLBACK")) }
    }

    private func statement(_ text: String, _ types: [Oid]) throws -> String {
        let key = StatementKey(text: text, types: types)
        if let name = prepared[key] { return name }
        let name = "s\(prepared.count)"
        PQclear(try checked(PQprepare(raw, name, text, Int32(types.count), types)))
        prepared[key] = name
        return name
    }

    private func checked(_ result: OpaquePointer?) throws -> OpaquePointer {
        if let result, [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) { return result }
        defer { PQclear(result) }
        let state = PQresultErrorField(result, CInt(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
        let message = PQresultErrorField(result, CInt(UInt8(ascii: "M"))).map { String(cString: $0) }
        throw DatabaseError(
            kind(of: state), "\(state) \(message ?? String(cString: PQerrorMessage(raw)).trimmingNewlines)")
    }

    private func kind(of state: String) -> DatabaseError.Kind {
        switch state {
        case "23505": .unique
        case "23503": .foreignKey
        case "23514", "22P02": .check
        case "23502": .notNull
        case "40001", "40P01": .serialization
        case "55P03": .busy
        case "53100": .full
        case "25P02": .aborted
        case "58030": .medium
        case "57P01", "57P02", "57P03": .connection
        default: PQstatus(raw) == CONNECTION_OK ? .other : .connection
        }
    }
}

extension String {
    var trimmingNewlines: String { String(prefix { $0 != "\n" }) }
}
