import Foundation

/// A table as spreadsheets write it (RFC 4180): commas, semicolons or tabs; quotes; UTF-8 with or without a mark, else Windows-1252.
public struct DelimitedText: Sendable {
    public struct Record: Sendable, Equatable {
        /// Where it begins in the file; the first line is 1.
        public var line: Int
        public var cells: [String]
    }

    /// Those with something in them.
    public let records: [Record]

    public init(_ bytes: [UInt8]) {
        let text = Self.decoded(bytes)
        var reader = Reader(scalars: Array(text.unicodeScalars), delimiter: Self.delimiter(of: text))
        records = reader.read()
    }

    private static func decoded(_ bytes: [UInt8]) -> String {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        return String(validating: bytes, as: UTF8.self) ?? String(bytes: bytes, encoding: .windowsCP1252)
            ?? String(decoding: bytes, as: UTF8.self)
    }

    /// The one that the header line uses most.
    private static func delimiter(of text: String) -> Unicode.Scalar {
        let header = text.unicodeScalars.prefix { $0 != "\n" && $0 != "\r" }
        let counts = [Unicode.Scalar(";"), ",", "\t"].map { mark in (mark, header.count { $0 == mark }) }
        return counts.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? ";"
    }

    private struct Reader {
        let scalars: [Unicode.Scalar]
        let delimiter: Unicode.Scalar
        private var index = 0
        private var line = 1

        init(scalars: [Unicode.Scalar], delimiter: Unicode.Scalar) {
            self.scalars = scalars
            self.delimiter = delimiter
        }

        mutating func read() -> [Record] {
            var records: [Record] = []
            while index < scalars.count {
                let record = readRecord()
                if record.cells.contains(where: { !$0.isEmpty }) { records.append(record) }
            }
            return records
        }

        private mutating func readRecord() -> Record {
            var record = Record(line: line, cells: [])
            while true {
                record.cells.append(readCell())
                guard index < scalars.count else { return record }
                let mark = scalars[index]
                advance()
                if mark != delimiter {
                    if mark == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
                    line += 1
                    return record
                }
            }
        }

        private mutating func readCell() -> String {
            var cell = String.UnicodeScalarView()
            if index < scalars.count, scalars[index] == "\"" { cell = readQuoted() }
            while index < scalars.count, scalars[index] != delimiter, scalars[index] != "\n", scalars[index] != "\r" {
                cell.append(scalars[index])
                advance()
            }
            return PlainText.line(String(cell))
        }

        private mutating func readQuoted() -> String.UnicodeScalarView {
            var cell = String.UnicodeScalarView()
            advance()
            while index < scalars.count {
                let scalar = scalars[index]
                advance()
                if scalar == "\"" {
                    guard index < scalars.count, scalars[index] == "\"" else { return cell }
                    advance()
                }
                if scalar == "\n" { line += 1 }
                cell.append(scalar)
            }
            return cell
        }

        private mutating func advance() { index += 1 }
    }
}
