/// From ids to slots: a table of slots with linear probing, at most three quarters full. Ids are read from the slots, not kept twice.
struct SlotDirectory {
    private static let empty = UInt32.max
    private var table: UnsafeMutablePointer<UInt32>
    private var mask: Int
    private var count = 0

    init(capacity: Int) {
        let room = Self.room(for: capacity)
        table = .allocate(capacity: room)
        table.initialize(repeating: Self.empty, count: room)
        mask = room - 1
    }

    func slot(of id: UInt128, in slots: Slots) -> UInt32? {
        var index = home(of: id)
        while table[index] != Self.empty {
            if slots[table[index]].id == id { return table[index] }
            index = (index + 1) & mask
        }
        return nil
    }

    mutating func add(_ slot: UInt32, in slots: Slots) {
        if (count + 1) * 4 > (mask + 1) * 3 { grow(slots) }
        place(slot, id: slots[slot].id)
        count += 1
    }

    /// Those behind move up where they may, so that no grave is left.
    mutating func remove(_ slot: UInt32, in slots: Slots) {
        var hole = home(of: slots[slot].id)
        while table[hole] != slot { hole = (hole + 1) & mask }
        var index = (hole + 1) & mask
        while table[index] != Self.empty {
            let home = home(of: slots[table[index]].id)
            if (index - home) & mask >= (index - hole) & mask {
                table[hole] = table[index]
                hole = index
            }
            index = (index + 1) & mask
        }
        table[hole] = Self.empty
        count -= 1
    }

    func deallocate() { table.deallocate() }

    private static func room(for count: Int) -> Int {
        var room = 64
        while room * 3 < count * 4 { room *= 2 }
        return room
    }

    private func home(of id: UInt128) -> Int {
        let mixed = (UInt64(truncatingIfNeeded: id) ^ UInt64(truncatingIfNeeded: id >> 64)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & mask
    }

    private func place(_ slot: UInt32, id: UInt128) {
        var index = home(of: id)
        while table[index] != Self.empty { index = (index + 1) & mask }
        table[index] = slot
    }

    private mutating func grow(_ slots: Slots) {
        let (old, room) = (table, mask + 1)
        table = .allocate(capacity: room * 2)
        table.initialize(repeating: Self.empty, count: room * 2)
        mask = room * 2 - 1
        for index in 0..<room where old[index] != Self.empty { place(old[index], id: slots[old[index]].id) }
        old.deallocate()
    }
}
