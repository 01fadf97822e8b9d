/// Where an entry is, and which: what a search reads of it until it is worth more.
struct Spot {
    var x: Int32
    var y: Int32
    var slot: UInt32

    var place: Place { Place(x: x, y: y) }
}

/// A short list of spots, side by side in memory.
///
/// Not an `Array`: each would cost 32 bytes of header and, worse, a count of references that all readers of all threads would write to.
struct Spots {
    private var first: UnsafeMutablePointer<Spot>?
    private var capacity: UInt32 = 0
    private var used: UInt32 = 0

    init() {}

    init(capacity: Int) {
        first = .allocate(capacity: capacity)
        self.capacity = UInt32(capacity)
    }

    @inline(__always) var count: Int { Int(used) }
    var isFull: Bool { used == capacity }

    @inline(__always)
    subscript(index: Int) -> Spot {
        get { first.unsafelyUnwrapped[index] }
        nonmutating set { first.unsafelyUnwrapped[index] = newValue }
    }

    mutating func append(_ spot: Spot) { insert(spot, at: count) }

    mutating func insert(_ spot: Spot, at index: Int) {
        if isFull { grow() }
        let place = first.unsafelyUnwrapped + index
        (place + 1).update(from: place, count: count - index)
        place.initialize(to: spot)
        used += 1
    }

    mutating func remove(at index: Int) {
        let place = first.unsafelyUnwrapped + index
        place.update(from: place + 1, count: count - index - 1)
        used -= 1
    }

    /// Order is not kept: the last takes its place.
    mutating func removeSwapping(slot: UInt32) {
        guard let index = (0..<count).first(where: { self[$0].slot == slot }) else { return }
        self[index] = self[count - 1]
        used -= 1
    }

    /// Moves what stands from `start` on to the end of another list.
    mutating func moveTail(from start: Int, to other: inout Spots) {
        for index in start..<count { other.append(self[index]) }
        used = UInt32(start)
    }

    func deallocate() { first?.deallocate() }

    private mutating func grow() {
        let room = capacity < 32 ? Int(capacity) + max(4, Int(capacity) / 2 & ~3) : Int(capacity) * 2
        let larger = UnsafeMutablePointer<Spot>.allocate(capacity: room)
        if let first {
            larger.moveInitialize(from: first, count: count)
            first.deallocate()
        }
        (first, capacity) = (larger, UInt32(room))
    }
}
