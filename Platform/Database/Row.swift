/// The columns of the current row, by position, as an engine offers them.
public protocol Columns: AnyObject {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func real(_ column: Int) -> Double
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    /// Sixteen bytes as two big-endian numbers, without an array in between; nil for another length.
    func pair(_ column: Int) -> (high: UInt64, low: UInt64)?
}

extension Columns {
    public func pair(_ column: Int) -> (high: UInt64, low: UInt64)? {
        let bytes = bytes(column)
        guard bytes.count == 16 else { return nil }
        return (bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }, bytes[8...].reduce(0) { $0 << 8 | UInt64($1) })
    }
}

/// One row, read from left to right; valid only inside the closure it is given to. Inlinable, so that reading a column is no generic call.
public struct Row {
    @usableFromInline let columns: any Columns
    @usableFromInline var position = 0

    public init(_ columns: any Columns) { self.columns = columns }

    /// The next column, as the type it is assigned to.
    @inlinable public mutating func next<T: Readable>() throws -> T {
        defer { position += 1 }
        guard !columns.isNull(position) else {
            throw DatabaseError(.unexpectedValue, "column \(position) is null where \(T.self) is expected")
        }
        return try T(column: position, of: columns)
    }

    @inlinable public mutating func next<T: Readable>() throws -> T? {
        defer { position += 1 }
        return columns.isNull(position) ? nil : try T(column: position, of: columns)
    }
}

/// What a column can be read as.
public protocol Readable {
    init(column: Int, of columns: any Columns) throws
}

extension Int: Readable { @inlinable public init(column: Int, of columns: any Columns) { self = Int(columns.integer(column)) } }
extension Int64: Readable { @inlinable public init(column: Int, of columns: any Columns) { self = columns.integer(column) } }
extension Bool: Readable { @inlinable public init(column: Int, of columns: any Columns) { self = columns.integer(column) != 0 } }
extension Double: Readable { @inlinable public init(column: Int, of columns: any Columns) { self = columns.real(column) } }
extension String: Readable { @inlinable public init(column: Int, of columns: any Columns) { self = columns.text(column) } }
extension [UInt8]: Readable { @inlinable public init(column: Int, of columns: any Columns) { self = columns.bytes(column) } }

extension Readable where Self: RawRepresentable, RawValue: Readable {
    /// A value that the code does not know is an error, not a default.
    @inlinable public init(column: Int, of columns: any Columns) throws {
        let raw = try RawValue(column: column, of: columns)
        guard let value = Self(rawValue: raw) else {
            throw DatabaseError(.unexpectedValue, "\(Self.self) has no case for what column \(column) holds")
        }
        self = value
    }
}

/// A struct read from a row; `columns` names what `init(row:)` reads, in the same order.
public protocol Record: Sendable {
    static var columns: StaticString { get }
    init(row: inout Row) throws
}
