import Foundation

/// Cuts a table that is too long for memory into records, as its bytes come in. The same tables as ``DelimitedText``, of one encoding a cell.
public struct TableCutter: Sendable {
    public let delimiter: UInt8
    /// Of the next record; the first line is 1.
    public private(set) var line: Int
    private var cells: [Range<Int>] = []

    public init(delimiter: UInt8, line: Int = 1) {
        self.delimiter = delimiter
        self.line = line
    }

    /// The mark that the first line uses most: semicolon, comma or tab.
    public static func delimiter(of header: some Sequence<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        for byte in header { counts[byte, default: 0] += 1 }
        let marks: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
        return marks.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? marks[0]
    }

    /// Hands over each whole record with something in it, and answers how many bytes they took: what is left begins the next call's bytes.
    /// - Parameter isLast: the bytes end the file, so that a record without a line's end is whole.
    public mutating func cut(
        _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, _ each: (TableRecord) throws -> Void
    ) rethrows -> Int {
        var start = 0
        while start < bytes.count, let end = end(of: bytes, from: start, isLast: isLast) {
            let record = TableRecord(line: line, bytes: bytes, cells: cells)
            line += end.lines
            start = end.next
            if record.isFilled { try each(record) }
        }
        return start
    }

    /// Notes the cells of the record that begins at `start`. Nil when it is not whole yet.
    private mutating func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> (next: Int, lines: Int)? {
        cells.removeAll(keepingCapacity: true)
        var (index, cell, lines, isQuoted) = (start, start, 1, false)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                if isQuoted || index == cell { isQuoted.toggle() }
            } else if isQuoted {
                if byte == UInt8(ascii: "\n") { lines += 1 }
            } else if byte == delimiter {
                cells.append(cell..<index)
                cell = index + 1
            } else if byte == UInt8(ascii: "\n") {
                let hasReturn = index > cell && bytes[index - 1] == UInt8(ascii: "\r")
                cells.append(cell..<(hasReturn ? index - 1 : index))
                return (index + 1, lines)
            }
            index += 1
        }
        guard isLast else { return nil }
        cells.append(cell..<index)
        return (index, lines)
    }
}

/// One record of a table, valid while it is handed over.
public struct TableRecord {
    public let line: Int
    let bytes: UnsafeBufferPointer<UInt8>
    let cells: [Range<Int>]

    public var count: Int { cells.count }
    var isFilled: Bool { cells.contains { !$0.isEmpty } }

    /// The bytes of a cell without the spaces round it; empty beyond the last.
    public func bytes(_ column: Int?) -> UnsafeBufferPointer<UInt8>.SubSequence {
        guard let column, column < cells.count else { return bytes[0..<0] }
        var range = cells[column]
        while let first = range.first, bytes[first] == UInt8(ascii: " ") { range = (first + 1)..<range.upperBound }
        while let last = range.last, bytes[last] == UInt8(ascii: " ") { range = range.lowerBound..<last }
        return bytes[range]
    }

    /// The text of a cell, cleaned: quotes taken off; UTF-8, else Windows-1252.
    public func text(_ column: Int?) -> String {
        let cell = bytes(column)
        let text = String(validating: cell, as: UTF8.self) ?? String(bytes: cell, encoding: .windowsCP1252) ?? ""
        guard text.first == "\"" else { return PlainText.line(text) }
        let inner = text.dropFirst()
        return PlainText.line(String(inner.last == "\"" ? inner.dropLast() : inner).replacing("\"\"", with: "\""))
    }
}
