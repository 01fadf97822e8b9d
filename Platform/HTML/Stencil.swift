/// A piece that is rendered once and filled many times, so that each row of a long list costs only what differs from the others.
///
///     let card = Stencil(2) { slot in li { a(.href(slot[0])) { slot[1] } } }
///     let list = ul { card.filled([.text(path), .text(name)]) }
public struct Stencil: Sendable {
    /// Where a value will stand: as content, or as a link (`.href(slot)`).
    public struct Slot: Sendable {
        let number: UInt8
    }

    /// What marks a slot in the rendered bytes. No text holds it: UTF-8 has no such byte.
    private static let mark: UInt8 = 0xFF
    private struct Hole {
        let number: Int
        let isLink: Bool
        /// Where the bytes after it end.
        let end: Int
    }

    private let bytes: [UInt8]
    private let start: Int
    private let holes: [Hole]

    /// - Parameter count: how many slots there are, at most 127.
    public init(_ count: Int, _ markup: ([Slot]) -> Markup) {
        let rendered = markup((0..<count).map { Slot(number: UInt8($0)) }).rendered(capacity: 1_024)
        var bytes: [UInt8] = []
        var found: [(number: UInt8, at: Int)] = []
        var rest = rendered[...]
        while let byte = rest.popFirst() {
            if byte == Self.mark, let number = rest.popFirst() { found.append((number, bytes.count)) } else { bytes.append(byte) }
        }
        holes = found.indices.map { index in
            let (number, _) = found[index]
            return Hole(
                number: Int(number & 0x7F), isLink: number & Self.link != 0,
                end: index + 1 < found.count ? found[index + 1].at : bytes.count)
        }
        start = found.first?.at ?? bytes.count
        self.bytes = bytes
    }

    /// The piece with its values, one for each slot. In a link only text counts, and it is checked as every link is.
    public func filled(_ values: [Markup]) -> Markup { filled(CollectionOfOne(values)) { $0 } }

    /// The piece once for each item, one after the other.
    public func filled<Items: Collection>(_ items: Items, _ values: (Items.Element) -> [Markup]) -> Markup {
        var filled: [UInt8] = []
        filled.reserveCapacity((bytes.count + 128) * items.count)
        bytes.withUnsafeBufferPointer { bytes in
            for item in items { fill(bytes, values(item), into: &filled) }
        }
        return .prerendered(filled)
    }

    private func fill(_ bytes: UnsafeBufferPointer<UInt8>, _ values: [Markup], into filled: inout [UInt8]) {
        filled.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[..<start]))
        var position = start
        for hole in holes {
            fill(hole, values, into: &filled)
            filled.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<hole.end]))
            position = hole.end
        }
    }

    private func fill(_ hole: Hole, _ values: [Markup], into filled: inout [UInt8]) {
        guard values.indices.contains(hole.number) else { return }
        guard hole.isLink else { return values[hole.number].render(into: &filled) }
        if case .text(let link) = values[hole.number] { filled.append(escaping: SafeLink.checked(link)) }
    }
}

extension Stencil {
    /// Set in the number of a slot that is a link.
    private static let link: UInt8 = 0x80

    static func append(_ slot: Slot, asLink isLink: Bool, to bytes: inout [UInt8]) {
        bytes.append(mark)
        bytes.append(isLink ? slot.number | link : slot.number)
    }
}
