import Database
import GRDBSQLite

/// The row that a statement stands on.
final class SQLiteColumns: Columns {
    private let raw: OpaquePointer

    init(_ raw: OpaquePointer) { self.raw = raw }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(raw, CInt(column)) == SQLITE_NULL }
    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(raw, CInt(column)) }
    func real(_ column: Int) -> Double { sqlite3_column_double(raw, CInt(column)) }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(raw, CInt(column)) else { return "" }
        let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(raw, CInt(column))))
        return String(decoding: bytes, as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] { Array(buffer(column)) }

    func pair(_ column: Int) -> (high: UInt64, low: UInt64)? {
        let buffer = buffer(column)
        guard buffer.count == 16 else { return nil }
        return (
            UInt64(bigEndian: buffer.loadUnaligned(as: UInt64.self)),
            UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        )
    }

    private func buffer(_ column: Int) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(raw, CInt(column))
        return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(raw, CInt(column))))
    }
}
