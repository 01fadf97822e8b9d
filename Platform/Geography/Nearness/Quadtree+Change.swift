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
    mutating func insert(_ spot: Spot, time: Int64, square: Square, in slots: Slots) {
        newest = max(newest, time)
        if children == nil {
            guard spots.count >= Quadtree.fill, square.size > Quadtree.smallest else { return spots.insertByTime(spot, in: slots) }
            cut(square, in: slots)
        }
        let quarter = square.quarter(of: Int64(spot.x), Int64(spot.y))
        children.unsafelyUnwrapped[quarter].insert(spot, time: time, square: square[quarter], in: slots)
    }

    /// The slot must still be readable.
    mutating func remove(_ spot: Spot, square: Square, in slots: Slots) {
        guard let children else {
            spots.remove(at: spots.index(of: Nearness.TimeMark(of: spot.slot, in: slots), in: slots))
            return refreshNewest(in: slots)
        }
        let quarter = square.quarter(of: Int64(spot.x), Int64(spot.y))
        children[quarter].remove(spot, square: square[quarter], in: slots)
        if let left = spotsLeft, left <= Quadtree.fill / 2 { mend(in: slots) }
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
        self = Self(newest: newest, children: four)
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

    private mutating func mend(in slots: Slots) {
        guard let four = children else { return }
        var mended = Spots()
        for quarter in 0..<4 {
            let spots = four[quarter].spots
            for index in 0..<spots.count { mended.insertByTime(spots[index], in: slots) }
            spots.deallocate()
        }
        four.deallocate()
        spots = mended
    }

    private mutating func refreshNewest(in slots: Slots) {
        if let children {
            newest = (0..<4).reduce(.min) { max($0, children[$1].newest) }
        } else {
            newest = spots.count == 0 ? .min : slots[spots[spots.count - 1].slot].time
        }
    }
}
