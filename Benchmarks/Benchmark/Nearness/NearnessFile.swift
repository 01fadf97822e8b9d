import Foundation
import Geography

/// Offers and queries as `figures/offers.py` writes them: little-endian numbers, one record behind the other.
struct NearnessFile {
    struct Query: Sendable {
        let place: Nearness.Place
        let categories: [UInt16]
    }

    private let bytes: [UInt8]

    /// Mapped, then copied: nothing is freed into which the index could grow unseen.
    init(_ path: String) throws { bytes = [UInt8](try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)) }

    var entries: some Sequence<Nearness.Entry> {
        stride(from: 0, to: bytes.count, by: 28).lazy.map { start in
            Nearness.Entry(
                id: UInt128(number(at: start, as: UInt64.self)), category: UInt16(number(at: start + 24, as: UInt32.self)),
                place: place(at: start + 16), time: number(at: start + 8, as: Int64.self))
        }
    }

    var questions: [Query] {
        stride(from: 0, to: bytes.count, by: 12).map { start in
            Query(place: place(at: start), categories: [UInt16(number(at: start + 8, as: UInt32.self))])
        }
    }

    private func place(at start: Int) -> Nearness.Place {
        Nearness.Place(x: number(at: start, as: Int32.self), y: number(at: start + 4, as: Int32.self))
    }

    private func number<Number: FixedWidthInteger & BitwiseCopyable>(at start: Int, as type: Number.Type) -> Number {
        Number(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: type) })
    }
}
