/// What an index holds: the entries, and of each category a tree of places and a line of times.
struct Shelves {
    struct Shelf {
        var tree = Quadtree()
        var timeline = Timeline()
    }

    var slots: Slots
    private var shelves: UnsafeMutablePointer<Shelf>
    private var room = 16
    private var count = 0

    init(capacity: Int) {
        slots = Slots(capacity: capacity)
        shelves = .allocate(capacity: room)
    }

    /// Each category once, those that nothing was ever put in left out; nil for all.
    @inline(__always)
    func visit(_ categories: [UInt16]?, _ body: (Shelf) -> Void) {
        guard let categories else {
            for category in 0..<count { body(shelves[category]) }
            return
        }
        for (position, category) in categories.enumerated() where category < count {
            if !categories[..<position].contains(category) { body(shelves[Int(category)]) }
        }
    }

    func entry(_ id: UInt128) -> Nearness.Entry? {
        guard let slot = slots.slot(of: id) else { return nil }
        let row = slots[slot]
        return Nearness.Entry(id: id, category: row.category, place: row.place, time: row.time)
    }

    mutating func insert(_ entry: Nearness.Entry) {
        remove(entry.id)
        let category = Int(entry.category)
        while count <= category { addShelf() }
        let slot = slots.add(entry)
        let spot = Spot(entry.place, slot)
        shelves[category].tree.insert(spot, in: slots)
        shelves[category].timeline.insert(spot, in: slots)
    }

    @discardableResult
    mutating func remove(_ id: UInt128) -> Bool {
        guard let slot = slots.slot(of: id) else { return false }
        let row = slots[slot]
        shelves[Int(row.category)].tree.remove(Spot(row.place, slot), in: slots)
        shelves[Int(row.category)].timeline.remove(slot, in: slots)
        slots.remove(slot)
        return true
    }

    @discardableResult
    mutating func move(_ id: UInt128, to place: Nearness.Place) -> Bool {
        guard let slot = slots.slot(of: id) else { return false }
        let row = slots[slot]
        let spot = Spot(place, slot)
        shelves[Int(row.category)].tree.remove(Spot(row.place, slot), in: slots)
        slots[slot].place = place
        shelves[Int(row.category)].tree.insert(spot, in: slots)
        shelves[Int(row.category)].timeline.move(spot, in: slots)
        return true
    }

    func deallocate() {
        for category in 0..<count {
            shelves[category].tree.deallocate()
            shelves[category].timeline.deallocate()
        }
        shelves.deallocate()
        slots.deallocate()
    }

    private mutating func addShelf() {
        if count == room {
            let larger = UnsafeMutablePointer<Shelf>.allocate(capacity: room * 2)
            larger.moveInitialize(from: shelves, count: count)
            shelves.deallocate()
            (shelves, room) = (larger, room * 2)
        }
        (shelves + count).initialize(to: Shelf())
        count += 1
    }
}
