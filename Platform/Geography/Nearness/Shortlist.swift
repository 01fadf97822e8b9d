/// The best so far of a search, best first: nearest, or newest. Equals in distance go by id, equals in time by id, highest first.
struct Shortlist {
    struct Candidate {
        /// What is small is good: metres, or milliseconds before 1970.
        var rank: Double
        var distance: Double
        var slot: UInt32
    }

    enum Order {
        case nearest, newest
    }

    let order: Order
    let limit: Int
    private let candidates: UnsafeMutableBufferPointer<Candidate>
    private(set) var count = 0
    /// The rank that must not be exceeded: the last one's once the list is full.
    private(set) var worst: Double

    /// `room` holds at least `limit` candidates; `worst`: the rank beyond which nothing is wanted.
    init(_ order: Order, limit: Int, worst: Double, in room: UnsafeMutableBufferPointer<Candidate>) {
        (self.order, self.limit, self.worst, candidates) = (order, limit, worst, room)
    }

    /// Whether the list is full and this is its last: nothing that comes behind it counts.
    func ends(with spot: Spot) -> Bool { count == limit && candidates[limit - 1].slot == spot.slot }

    /// Whether there was room for it.
    @discardableResult
    mutating func offer(_ candidate: Candidate, in slots: Slots) -> Bool {
        if count == limit {
            guard precedes(candidate, candidates[limit - 1], in: slots) else { return false }
            count -= 1
        }
        var index = count
        while index > 0, precedes(candidate, candidates[index - 1], in: slots) {
            candidates[index] = candidates[index - 1]
            index -= 1
        }
        candidates[index] = candidate
        count += 1
        if count == limit { worst = candidates[limit - 1].rank }
        return true
    }

    func neighbours(in slots: Slots) -> [Nearness.Neighbour] {
        [Nearness.Neighbour](unsafeUninitializedCapacity: count) { buffer, initialized in
            for index in 0..<count {
                let row = slots[candidates[index].slot]
                buffer.initializeElement(
                    at: index, to: Nearness.Neighbour(id: row.id, distance: candidates[index].distance, time: row.time))
            }
            initialized = count
        }
    }

    @inline(__always)
    private func precedes(_ a: Candidate, _ b: Candidate, in slots: Slots) -> Bool {
        guard a.rank == b.rank else { return a.rank < b.rank }
        return (slots[a.slot].id < slots[b.slot].id) == (order == .nearest)
    }
}
