import CLibPQ
import Database
import Glibc

final class PostgresColumns: Columns {
    private let result: OpaquePointer
    var row: Int32 = 0

    init(_ result: OpaquePointer) { self.result = result }

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, row, Int32(column)) == 1 }
    func integer(_ column: Int) -> Int64 { strtoll(PQgetvalue(result, row, Int32(column)), nil, 10) }
    func real(_ column: Int) -> Double { strtod(PQgetvalue(result, row, Int32(column)), nil) }
    func text(_ column: Int) -> String { String(decoding: raw(column), as: UTF8.self) }

    /// Text format of bytea: `\x68656c6c6f`.
    func bytes(_ column: Int) -> [UInt8] {
        let hex = raw(column).dropFirst(2)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hex.count / 2)
        var high: UInt8?
        for digit in hex {
            let nibble = digit < UInt8(ascii: "a") ? digit &- UInt8(ascii: "0") : digit &- UInt8(ascii: "a") &+ 10
            if let first = high {
                bytes.append(first << 4 | nibble)
                high = nil
            } else {
                high = nibble
            }
        }
        return bytes
    }

    private func raw(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: PQgetvalue(result, row, Int32(column)), count: Int(PQgetlength(result, row, Int32(column))))
    }
}
