/// The numbers of all streets, 16 bytes each, in order within their street.
struct Houses: Sendable {
    struct House: Sendable {
        var reference: UInt32
        /// The number and, in the lower bits, the rank of its suffix.
        var key: UInt32
        var position: Position

        static let suffixBits: UInt32 = 12
        static let largest = (1 << (32 - suffixBits)) - 1
        static func key(number: Int, suffix: Int) -> UInt32 { UInt32(number) << suffixBits | UInt32(suffix) }
        var number: Int { Int(key >> Self.suffixBits) }
        var suffix: Int { Int(key & (1 << Self.suffixBits - 1)) }
    }

    let all: ContiguousArray<House>
    /// Distinct suffixes in lower case; the first is the empty one.
    let suffixes: [String]

    var bytes: Int { all.count * MemoryLayout<House>.stride }

    func find(_ number: Int, suffix: Int, in street: Range<UInt32>) -> Int? {
        let slot = place(of: House.key(number: number, suffix: suffix), in: street)
        return slot < Int(street.upperBound) && all[slot].key == House.key(number: number, suffix: suffix) ? slot : nil
    }

    /// At most `count` numbers round the one that is not there, in order.
    func next(to number: Int, in street: Range<UInt32>, count: Int) -> Range<Int> {
        let bounds = Int(street.lowerBound)..<Int(street.upperBound)
        var (low, high) = (place(of: House.key(number: number, suffix: 0), in: street), 0)
        high = low
        while high - low < min(count, bounds.count) {
            let below = low > bounds.lowerBound ? number - all[low - 1].number : Int.max
            let above = high < bounds.upperBound ? all[high].number - number : Int.max
            if below <= above { low -= 1 } else { high += 1 }
        }
        return low..<high
    }

    private func place(of key: UInt32, in street: Range<UInt32>) -> Int {
        all[Int(street.lowerBound)..<Int(street.upperBound)].firstIndex { $0.key < key }
    }

    func door(_ slot: Int) -> HouseNumber {
        let house = all[slot]
        return HouseNumber(
            reference: house.reference, number: house.number, suffix: suffixes[house.suffix], point: house.position.point)
    }
}
