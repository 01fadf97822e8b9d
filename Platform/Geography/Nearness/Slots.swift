/// Every entry once, at a number of its own (its slot) until it is removed; and the slot of each id.
struct Slots {
    private static let none = UInt32.max
    private(set) var count = 0
    private var rows: UnsafeMutablePointer<Row>
    private var capacity: Int
    /// How many slots were ever used.
    private var opened = 0
    private var free = Slots.none
    private var directory: SlotDirectory

    init(capacity: Int) {
        self.capacity = max(64, capacity)
        rows = Row.allocate(self.capacity)
        directory = SlotDirectory(capacity: self.capacity)
    }

    @inline(__always)
    subscript(slot: UInt32) -> Row {
        get { rows[Int(slot)] }
        nonmutating set { rows[Int(slot)] = newValue }
    }

    func slot(of id: UInt128) -> UInt32? { directory.slot(of: id, in: self) }

    /// The id must be new.
    mutating func add(_ entry: Nearness.Entry) -> UInt32 {
        let slot = takeSlot()
        (rows + Int(slot)).initialize(to: Row(entry))
        count += 1
        directory.add(slot, in: self)
        return slot
    }

    mutating func remove(_ slot: UInt32) {
        directory.remove(slot, in: self)
        rows[Int(slot)].nextFree = free
        free = slot
        count -= 1
    }

    func deallocate() {
        rows.deallocate()
        directory.deallocate()
    }

    private mutating func takeSlot() -> UInt32 {
        if free != Self.none {
            let slot = free
            free = rows[Int(slot)].nextFree
            return slot
        }
        if opened == capacity { grow() }
        opened += 1
        return UInt32(opened - 1)
    }

    private mutating func grow() {
        let larger = Row.allocate(capacity * 2)
        larger.moveInitialize(from: rows, count: opened)
        rows.deallocate()
        (rows, capacity) = (larger, capacity * 2)
    }
}
