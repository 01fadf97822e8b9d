import Domain
import Persistence

/// The first line of an address file.
struct AddressFileHeader {
    let columns: AddressColumns
    let delimiter: UInt8
    /// Where the second line begins, in bytes.
    let end: Int
    let lines: Int

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    private static let gzip: [UInt8] = [0x1F, 0x8B]

    init(_ start: [UInt8]) throws(Refusal) {
        guard !start.starts(with: Self.gzip) else { throw Refusal(.invalid, "refusal.address.gzip") }
        let skipped = start.starts(with: Self.mark) ? Self.mark.count : 0
        let line = start.dropFirst(skipped).prefix { $0 != UInt8(ascii: "\n") }
        delimiter = TableCutter.delimiter(of: line)
        end = min(start.count, skipped + line.count + 1)
        lines = 1
        var (names, cutter) = ([String](), TableCutter(delimiter: delimiter))
        Array(line).withUnsafeBufferPointer { bytes in
            _ = cutter.cut(bytes, isLast: true) { record in names = (0..<record.count).map { record.text($0) } }
        }
        columns = try AddressColumns(names)
    }
}

/// Turns the pieces of a file into streets, and knows how far it came.
struct AddressFileReading {
    private(set) var generation: AddressImports.Generation
    private let delimiter: UInt8
    private var reader: AddressReader

    init(_ header: AddressFileHeader, from generation: AddressImports.Generation) {
        self.generation = generation
        delimiter = header.delimiter
        reader = AddressReader(header.columns)
    }

    mutating func read(
        _ bytes: [UInt8], isLast: Bool, _ refused: (Int, AddressFault) throws -> Void
    ) throws -> [AddressStreet] {
        var (batch, faults) = (AddressBatch(), 0)
        var cutter = TableCutter(delimiter: delimiter, line: generation.line)
        let consumed = try bytes.withUnsafeBufferPointer { bytes in
            try cutter.cut(bytes, isLast: isLast) { record in
                do throws(AddressFault) {
                    batch.add(try reader.read(record))
                } catch {
                    faults += 1
                    try refused(record.line, error)
                }
            }
        }
        generation.offset += consumed
        generation.line = cutter.line
        generation.accepted += batch.rows
        generation.refused += faults
        return batch.settled()
    }
}
