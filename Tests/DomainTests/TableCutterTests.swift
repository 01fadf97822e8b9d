@testable import Domain
import Testing

@Suite struct TableCutterTests {
    private static let table = "a;b;c\r\n1;\"deux; et \"\"demi\"\"\";3\n\n;;\n4;\"cinq\nsur deux lignes\";6\nœuf;é;\n7;8;9"

    /// The records of a text that comes in pieces of at most so many bytes.
    private static func records(_ text: String, pieces size: Int) -> [DelimitedText.Record] {
        let bytes = Array(text.utf8)
        var (cutter, records, offset, length) = (TableCutter(delimiter: UInt8(ascii: ";")), [DelimitedText.Record](), 0, size)
        while offset < bytes.count {
            let end = min(bytes.count, offset + length)
            let consumed = Array(bytes[offset..<end]).withUnsafeBufferPointer { piece in
                cutter.cut(piece, isLast: end == bytes.count) { record in
                    records.append(.init(line: record.line, cells: (0..<record.count).map { record.text($0) }))
                }
            }
            offset += consumed
            // A record longer than a piece asks for a longer one.
            length = consumed == 0 ? length + size : size
        }
        return records
    }

    @Test(arguments: 1...40) func piecesOfAnySizeGiveTheSameTable(_ size: Int) {
        #expect(Self.records(Self.table, pieces: size) == DelimitedText(Array(Self.table.utf8)).records)
    }

    @Test func aCellThatIsNotUTF8IsWindows() {
        let bytes: [UInt8] = Array("Rue de l'".utf8) + [0xC9] + Array("glise;1".utf8)
        var (cutter, text) = (TableCutter(delimiter: UInt8(ascii: ";")), "")
        _ = bytes.withUnsafeBufferPointer { cutter.cut($0, isLast: true) { text = $0.text(0) } }
        #expect(text == "Rue de l'Église")
    }

    @Test func theMarkIsTheOneThatTheHeaderUsesMost() {
        #expect(TableCutter.delimiter(of: Array("a,b;c;d".utf8)) == UInt8(ascii: ";"))
        #expect(TableCutter.delimiter(of: Array("a\tb\tc".utf8)) == UInt8(ascii: "\t"))
        #expect(TableCutter.delimiter(of: Array("seule".utf8)) == UInt8(ascii: ";"))
    }
}
