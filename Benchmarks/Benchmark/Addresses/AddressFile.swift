import AddressSearch
import Foundation
import Geography

/// A file of the BAN as the generator writes it: no quoted field.
struct AddressFile {
    private let url: URL

    init(_ url: URL) { self.url = url }

    /// The reference of a row is its line in the file, the heading being line 1.
    func forEach(_ body: (AddressRow) -> Void) throws {
        let data = try Data(contentsOf: url, options: .alwaysMapped)
        data.withUnsafeBytes { bytes in
            var fields = [Range<Int>](repeating: 0..<0, count: 23)
            var (line, start) = (UInt32(0), 0)
            while start < bytes.count {
                let end = Self.split(bytes, from: start, into: &fields)
                line += 1
                if line > 1 { body(Self.row(line, fields.map { bytes[$0] })) }
                start = end + 1
            }
        }
    }

    /// Answers where the line ends.
    private static func split(_ bytes: UnsafeRawBufferPointer, from start: Int, into fields: inout [Range<Int>]) -> Int {
        var (index, begin, field) = (start, start, 0)
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
            if bytes[index] == UInt8(ascii: ";") {
                fields[field] = begin..<index
                (begin, field) = (index + 1, min(field + 1, fields.count - 1))
            }
            index += 1
        }
        fields[field] = begin..<index
        return index
    }

    private static func row(_ line: UInt32, _ fields: [Slice<UnsafeRawBufferPointer>]) -> AddressRow {
        func text(_ field: Int) -> String { String(decoding: fields[field], as: UTF8.self) }
        let point = Point(longitude: Double(text(12)) ?? 0, latitude: Double(text(13)) ?? 0)
        return AddressRow(
            reference: line, number: Int(text(2)), suffix: text(3), street: text(4), alias: text(15), locality: text(16),
            postcode: text(5), commune: text(7), formerCommune: text(9), insee: text(6), point: point)
    }
}
