import CLibPQ
import Database

extension SQL.Value {
    /// Said, so that `$1 + 1` needs no cast.
    var oid: Oid {
        switch self {
        case .integer: 20  // int8
        case .real: 701  // float8
        case .bytes: 17  // bytea
        case .text: 25  // text
        case .null: 0
        }
    }
}

extension [SQL.Value] {
    /// libpq's three parallel arrays for one call. Bytes travel in binary, the rest as text; the text of a NUL would be cut, so it is refused.
    func withParameters<R>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<Int32>, UnsafePointer<Int32>) throws -> R
    ) throws -> R {
        var bytes: [UInt8] = []
        var offsets: [Int] = [], lengths: [Int32] = [], formats: [Int32] = []
        for value in self {
            let start = bytes.count
            try value.append(to: &bytes)
            offsets.append(value == .null ? -1 : start)
            lengths.append(Int32(bytes.count - start))
            if case .bytes = value { formats.append(1) } else { formats.append(0) }
            bytes.append(0)
        }
        return try bytes.withUnsafeBytes { buffer in
            let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers: [UnsafePointer<CChar>?] = offsets.map { offset in offset < 0 ? nil : base.map { $0 + offset } }
            return try body(pointers, lengths, formats)
        }
    }
}

extension SQL.Value {
    fileprivate func append(to bytes: inout [UInt8]) throws {
        switch self {
        case .null: break
        case .integer(let value): bytes += String(value).utf8
        case .real(let value): bytes += String(value).utf8
        case .text(let value):
            guard !value.utf8.contains(0) else { throw DatabaseError(.check, "text holds a NUL character") }
            bytes += value.utf8
        case .bytes(let value): bytes += value
        }
    }
}
