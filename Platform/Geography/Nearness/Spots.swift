/// A list of spots, oldest first: one pointer to their number, the room there is, and the spots, side by side.
///
/// Not an `Array`: a search would write to its count of references, and all readers of all threads would wait for that word.
struct Spots {
    private struct Header {
        var count: UInt32
        var room: UInt32
    }

    private var header: UnsafeMutablePointer<Header>?

    init() {}

    init(room: Int) {
        let bytes = MemoryLayout<Header>.size + room * MemoryLayout<Spot>.stride
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: MemoryLayout<Header>.alignment)
        header = memory.initializeMemory(as: Header.self, to: Header(count: 0, room: UInt32(room)))
    }

    /// The word that ``init(word:)`` understands, even; 0 for a list without memory.
    var word: UInt { UInt(bitPattern: header) }

    init(word: UInt) { header = UnsafeMutablePointer(bitPattern: word) }

    @inline(__always) var count: Int { header.map { Int($0.pointee.count) } ?? 0 }

    @inline(__always)
    subscript(index: Int) -> Spot {
        get { first[index] }
        nonmutating set { first[index] = newValue }
    }

    mutating func append(_ spot: Spot) { insert(spot, at: count) }

    mutating func insert(_ spot: Spot, at index: Int) {
        let count = count
        if count == room { grow() }
        let place = first + index
        (place + 1).update(from: place, count: count - index)
        place.initialize(to: spot)
        header?.pointee.count += 1
    }

    func remove(at index: Int) {
        let place = first + index
        place.update(from: place + 1, count: count - index - 1)
        header?.pointee.count -= 1
    }

    /// Moves what stands from `start` on to the end of another list.
    func moveTail(from start: Int, to other: inout Spots) {
        for index in start..<count { other.append(self[index]) }
        header?.pointee.count = UInt32(start)
    }

    func deallocate() { header?.deallocate() }

    private var room: Int { header.map { Int($0.pointee.room) } ?? 0 }

    @inline(__always) private var first: UnsafeMutablePointer<Spot> {
        UnsafeMutableRawPointer(header.unsafelyUnwrapped + 1).assumingMemoryBound(to: Spot.self)
    }

    private mutating func grow() {
        var larger = Spots(room: room < 32 ? room + max(4, room / 2 & ~3) : room * 2)
        if header != nil { moveTail(from: 0, to: &larger) }
        deallocate()
        self = larger
    }
}

extension Spots {
    /// The index of the first spot that is as young as the mark or younger.
    func index(of mark: Nearness.TimeMark, in slots: Slots) -> Int {
        firstIndex(below: count) { !(Nearness.TimeMark(of: self[$0].slot, in: slots) < mark) }
    }

    mutating func insertByTime(_ spot: Spot, in slots: Slots) {
        insert(spot, at: index(of: Nearness.TimeMark(of: spot.slot, in: slots), in: slots))
    }
}

/// The first index that answers yes, when those that do follow those that do not.
@inline(__always)
func firstIndex(below end: Int, where isBeyond: (Int) -> Bool) -> Int {
    var (low, high) = (0, end)
    while low < high {
        let middle = (low + high) / 2
        if isBeyond(middle) { high = middle } else { low = middle + 1 }
    }
    return low
}
