/// The entries of one category by age, newest last, in pages: adding the newest and walking from the newest are quick, the rest is
/// logarithmic but for the list of pages, one word each.
struct Timeline {
    static let page = 128
    private var pages: UnsafeMutablePointer<Spots>
    private var room = 4
    private(set) var count = 0

    init() { pages = .allocate(capacity: room) }

    @inline(__always) subscript(page: Int) -> Spots { pages[page] }

    mutating func insert(_ spot: Spot, in slots: Slots) {
        let mark = Nearness.TimeMark(of: spot.slot, in: slots)
        guard count > 0 else { return addPage(holding: spot) }
        let page = max(0, pageEnd(before: mark, in: slots) - 1)
        if pages[page].count < Self.page {
            pages[page].insert(spot, at: pages[page].index(of: mark, in: slots))
        } else if page == count - 1, Nearness.TimeMark(of: pages[page][Self.page - 1].slot, in: slots) < mark {
            addPage(holding: spot)
        } else {
            split(page)
            insert(spot, in: slots)
        }
    }

    mutating func remove(_ slot: UInt32, in slots: Slots) {
        let (page, index) = position(of: slot, in: slots)
        pages[page].remove(at: index)
        if pages[page].count == 0 {
            closePage(page)
        } else if page + 1 < count, pages[page].count + pages[page + 1].count <= Self.page / 2 {
            pages[page + 1].moveTail(from: 0, to: &pages[page])
            closePage(page + 1)
        }
    }

    /// The entry is elsewhere now, and as old as before.
    func move(_ spot: Spot, in slots: Slots) {
        let (page, index) = position(of: spot.slot, in: slots)
        pages[page][index] = spot
    }

    /// The last page, -1 without any, and the index behind its last entry.
    var end: (page: Int, index: Int) { (count - 1, count > 0 ? pages[count - 1].count : 0) }

    /// The same for the entries that are older than the mark.
    func end(before mark: Nearness.TimeMark, in slots: Slots) -> (page: Int, index: Int) {
        let page = pageEnd(before: mark, in: slots)
        guard page > 0 else { return (0, 0) }
        return (page - 1, pages[page - 1].index(of: mark, in: slots))
    }

    func deallocate() {
        for page in 0..<count { pages[page].deallocate() }
        pages.deallocate()
    }

    private func position(of slot: UInt32, in slots: Slots) -> (page: Int, index: Int) {
        let mark = Nearness.TimeMark(of: slot, in: slots)
        let page = firstIndex(below: count) { mark < Nearness.TimeMark(of: pages[$0][0].slot, in: slots) } - 1
        return (page, pages[page].index(of: mark, in: slots))
    }

    private func pageEnd(before mark: Nearness.TimeMark, in slots: Slots) -> Int {
        firstIndex(below: count) { !(Nearness.TimeMark(of: pages[$0][0].slot, in: slots) < mark) }
    }
}

extension Timeline {
    private mutating func addPage(holding spot: Spot) {
        var page = Spots(room: Self.page)
        page.append(spot)
        open(page, at: count)
    }

    private mutating func split(_ page: Int) {
        var later = Spots(room: Self.page)
        pages[page].moveTail(from: Self.page / 2, to: &later)
        open(later, at: page + 1)
    }

    private mutating func open(_ page: Spots, at index: Int) {
        if count == room { grow() }
        (pages + index + 1).update(from: pages + index, count: count - index)
        (pages + index).initialize(to: page)
        count += 1
    }

    private mutating func closePage(_ index: Int) {
        pages[index].deallocate()
        (pages + index).update(from: pages + index + 1, count: count - index - 1)
        count -= 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<Spots>.allocate(capacity: room * 2)
        larger.moveInitialize(from: pages, count: count)
        pages.deallocate()
        (pages, room) = (larger, room * 2)
    }
}
