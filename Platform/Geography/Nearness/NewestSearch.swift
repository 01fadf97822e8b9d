/// Newest first. Where much is near, a walk from the newest backwards soon meets enough of it; where the walk meets too little, the tree
/// says which squares of the circle hold something newer than what is found.
struct NewestSearch {
    /// Entries walked before giving up, and the walk that each find is worth.
    private static let patience = 256, reward = 64
    private let vantage: Vantage
    private let slots: Slots
    private let bound: Double
    /// Only what is older counts.
    private var after: Nearness.TimeMark?
    private(set) var found: Shortlist

    init(_ vantage: Vantage, after: Nearness.TimeMark?, in slots: Slots, found: Shortlist) {
        (self.vantage, self.after, self.slots, self.found) = (vantage, after, slots, found)
        bound = Vantage.bound(vantage.radius)
    }

    mutating func look(in shelf: Shelves.Shelf) {
        let start = after
        if !walk(shelf.timeline), let square = shelf.tree.square { look(at: shelf.tree.root, square) }
        after = start
    }

    /// Whether nothing is left to look for; otherwise `after` tells how far the walk came.
    private mutating func walk(_ timeline: Timeline) -> Bool {
        var patience = Self.patience
        var (page, end) = after.map { timeline.end(before: $0, in: slots) } ?? timeline.end
        while page >= 0 {
            let spots = timeline[page]
            for index in stride(from: end - 1, through: 0, by: -1) {
                guard let distance = distance(to: spots[index]) else { continue }
                guard offer(spots[index], distance), !found.ends(with: spots[index]) else { return true }
                patience += Self.reward
            }
            patience -= end
            if patience < 0, page > 0 {
                after = Nearness.TimeMark(of: spots[0].slot, in: slots)
                return false
            }
            page -= 1
            end = page >= 0 ? timeline[page].count : 0
        }
        return true
    }

    /// The quarter with the newest entry first: what it gives spares reading the others.
    private mutating func look(at node: Quadtree.Node, _ square: Square) {
        guard let children = node.children else { return read(node.spots) }
        var left: SIMD4<Int64> = SIMD4(children[0].newest, children[1].newest, children[2].newest, children[3].newest)
        while left.max() != .min {
            let newest = left.max()
            guard Self.rank(newest) <= found.worst else { return }
            let quarter = (0..<4).first { left[$0] == newest } ?? 0
            left[quarter] = .min
            let part = square[quarter]
            if vantage.squaredDistance(to: part) <= bound { look(at: children[quarter], part) }
        }
    }

    private mutating func read(_ spots: Spots) {
        for index in stride(from: spots.count - 1, through: 0, by: -1) {
            guard let distance = distance(to: spots[index]), isOlder(spots[index]) else { continue }
            guard offer(spots[index], distance) else { return }
        }
    }

    /// nil outside the circle.
    @inline(__always)
    private func distance(to spot: Spot) -> Double? {
        let squared = vantage.squaredDistance(to: spot)
        guard squared <= bound else { return nil }
        let distance = squared.squareRoot()
        return distance <= vantage.radius ? distance : nil
    }

    private func isOlder(_ spot: Spot) -> Bool {
        guard let after else { return true }
        return Nearness.TimeMark(of: spot.slot, in: slots) < after
    }

    private mutating func offer(_ spot: Spot, _ distance: Double) -> Bool {
        found.offer(Shortlist.Candidate(rank: Self.rank(slots[spot.slot].time), distance: distance, slot: spot.slot), in: slots)
    }

    private static func rank(_ time: Int64) -> Double { -Double(time) }
}
