/// Why a sealed value was not opened, or not made. Names the column, never what is in it.
public struct SealError: Error, Equatable, CustomStringConvertible {
    public enum Reason: String, Sendable {
        /// Too short to be a sealed value.
        case truncated = "too short to be a sealed value"
        /// Sealed by a later version of the software, or not sealed at all.
        case unknownVersion = "sealed in an unknown format"
        /// Altered, moved from another row, column or town, or sealed under another key.
        case refused = "does not open here: altered, moved, or sealed under another key"
        case notText = "opened, but is not UTF-8 text"
        case failed = "could not be sealed"
    }

    public let reason: Reason
    public let table: String
    public let column: String

    init(_ reason: Reason, table: StaticString, column: StaticString) {
        self.reason = reason
        self.table = table.description
        self.column = column.description
    }

    public var description: String { "\(table).\(column): \(reason.rawValue)" }
}
