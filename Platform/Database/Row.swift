/// The columns of the current row, by position, as an engine offers them.
public protocol Columns: AnyObject {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func real(_ column: Int) -> Double
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
}

/// One row, read from left to right; valid only inside the closure it is given to.
public struct Row {
    private let columns: any Columns
    private var position = 0

    public init(_ columns: any Columns) { self.columns = columns }

    /// The next column, as the type it is assigned to.
    public mutating func next<T: Readable>() throws -> T {
        defer { position += 1 }
        guard !columns.isNull(position) else {
            throw DatabaseError(.unexpectedValue, "column \(position) is null where \(T.self) is expected")
        }
        return try T(column: position, of: columns)
    }

    public mutating func next<T: Readable>() throws -> T? {
        defer { position += 1 }
        return columns.isNull(position) ? nil : try T(column: position, of: columns)
    }
}

/// What a column can be read as.
public protocol Readable {
    init(column: Int, of columns: any Columns) throws
}

extension Int: Readable { public init(column: Int, of columns: any Columns) { self = Int(columns.integer(column)) } }
extension Int64: Readable { public init(column: Int, of columns: any Columns) { self = columns.integer(column) } }
extension Bool: Readable { public init(column: Int, of columns: any Columns) { self = columns.integer(column) != 0 } }
extension Double: Readable { public init(column: Int, of columns: any Columns) { self = columns.real(column) } }
extension String: Readable { public init(column: Int, of columns: any Columns) { self = columns.text(column) } }
extension [UInt8]: Readable { public init(column: Int, of columns: any Columns) { self = columns.bytes(column) } }

extension Readable where Self: RawRepresentable, RawValue: Readable {
    /// A value that the code does not know is an error, not a default.
    public init(column: Int, of columns: any Columns) throws {
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
