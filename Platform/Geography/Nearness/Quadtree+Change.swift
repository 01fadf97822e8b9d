extension Quadtree {
    mutating func insert(_ spot: Spot, in slots: Slots) {
        var area = square ?? Square(around: spot.place, size: Self.smallest << 10)
        while !area.contains(spot.place) { area = raiseRoot(above: area) }
        square = area
        root.insert(spot, time: slots[spot.slot].time, square: area, in: slots)
    }

    mutating func remove(_ spot: Spot, in slots: Slots) {
        guard let square else { return }
        root.remove(spot, square: square, in: slots)
    }

    private mutating func raiseRoot(above square: Square) -> Square {
        let parent = square.parent
        guard root.newest != .min else { return parent }
        let children = Node.fourEmpty()
        children[parent.quarter(of: square.x, square.y)] = root
        root = Node(newest: root.newest, children: children)
        return parent
    }
}

extension Quadtree.Node {
    static func fourEmpty() -> UnsafeMutablePointer<Self> {
        let four = UnsafeMutablePointer<Self>.allocate(capacity: 4)
        four.initialize(repeating: Self(), count: 4)
        return four
    }

    mutating func insert(_ spot: Spot, time: Int64, square: Square, in slots: Slots) {
        newest = max(newest, time)
        if children == nil {
            guard spots.count >= Quadtree.fill, square.size > Quadtree.smallest else { return spots.append(spot) }
            cut(square, in: slots)
        }
        let quarter = square.quarter(of: Int64(spot.x), Int64(spot.y))
        children.unsafelyUnwrapped[quarter].insert(spot, time: time, square: square[quarter], in: slots)
    }

    /// The slot must still be readable.
    mutating func remove(_ spot: Spot, square: Square, in slots: Slots) {
        guard let children else {
            spots.removeSwapping(slot: spot.slot)
            return refreshNewest(in: slots)
        }
        let quarter = square.quarter(of: Int64(spot.x), Int64(spot.y))
        children[quarter].remove(spot, square: square[quarter], in: slots)
        if let left = spotsLeft, left <= Quadtree.fill / 2 { mend() }
        refreshNewest(in: slots)
    }

    private mutating func cut(_ square: Square, in slots: Slots) {
        let four = Self.fourEmpty()
        for index in 0..<spots.count {
            let spot = spots[index]
            let quarter = square.quarter(of: Int64(spot.x), Int64(spot.y))
            four[quarter].insert(spot, time: slots[spot.slot].time, square: square[quarter], in: slots)
        }
        spots.deallocate()
        (children, spots) = (four, Spots())
    }

    /// nil when a child is cut itself.
    private var spotsLeft: Int? {
        guard let children else { return spots.count }
        var sum = 0
        for quarter in 0..<4 {
            guard children[quarter].children == nil else { return nil }
            sum += children[quarter].spots.count
        }
        return sum
    }

    private mutating func mend() {
        guard let four = children else { return }
        for quarter in 0..<4 {
            four[quarter].spots.moveTail(from: 0, to: &spots)
            four[quarter].deallocate()
        }
        four.deallocate()
        children = nil
    }

    private mutating func refreshNewest(in slots: Slots) {
        newest = .min
        if let children {
            for quarter in 0..<4 { newest = max(newest, children[quarter].newest) }
        } else {
            for index in 0..<spots.count { newest = max(newest, slots[spots[index].slot].time) }
        }
    }
}
