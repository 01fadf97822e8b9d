/// A UUIDv7 (RFC 9562): 16 bytes that sort by age. It says which thing, never who may see it: tokens are separate.
public struct ID<Subject>: Hashable, Comparable, Sendable {
    public let high: UInt64
    public let low: UInt64

    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new id for something made at `moment`; `random` gives 64 random bits a call.
    public init(at moment: Moment, random: () -> UInt64) {
        let time = UInt64(bitPattern: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        high = time << 16 | 0x7000 | (random() & 0x0FFF)
        low = 0x8000_0000_0000_0000 | (random() >> 2)
    }

    public init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The canonical text: 36 characters, lower case.
    public init?(text: some StringProtocol) {
        guard text.utf8.count == 36 else { return nil }
        var bytes: [UInt8] = []
        var pending: UInt8?
        for (position, character) in text.utf8.enumerated() {
            if [8, 13, 18, 23].contains(position) {
                guard character == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let nibble = character.hexNibble else { return nil }
            if let first = pending {
                bytes.append(first << 4 | nibble)
                pending = nil
            } else {
                pending = nibble
            }
        }
        self.init(bytes: bytes)
    }

    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { bytes, count in
            for index in 0..<16 { bytes[index] = byte(index) }
            count = 16
        }
    }

    public var text: String {
        String(unsafeUninitializedCapacity: 36) { text in
            var position = 0
            for index in 0..<16 {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    text[position] = UInt8(ascii: "-")
                    position += 1
                }
                text[position] = Self.digit(byte(index) >> 4)
                text[position + 1] = Self.digit(byte(index) & 0xF)
                position += 2
            }
            return 36
        }
    }

    private func byte(_ index: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: (index < 8 ? high : low) >> (56 - 8 * UInt64(index & 7)))
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
    }

    public static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }
}

extension UInt8 {
    fileprivate var hexNibble: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
