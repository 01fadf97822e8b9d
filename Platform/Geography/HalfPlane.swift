/// A corner of an outline being cut: its place in metres for the arithmetic, and the point that goes into the result.
struct Corner {
    let metres: SIMD2<Double>
    let point: Point
}

/// The places at least as near to one site as to another.
struct HalfPlane {
    private let middle: SIMD2<Double>
    private let towards: SIMD2<Double>
    private let plane: LocalPlane

    init(nearer site: SIMD2<Double>, than other: SIMD2<Double>, in plane: LocalPlane) {
        middle = (site + other) / 2
        towards = site - other
        self.plane = plane
    }

    private func side(_ corner: Corner) -> Double { dot(corner.metres - middle, towards) }

    /// Cuts the rings of one or several polygons (interior on the left of every ring). Concave outlines fall into several rings.
    func cut(_ rings: [[Corner]]) -> [[Corner]] {
        var whole: [[Corner]] = []
        var chains: [[Corner]] = []
        for ring in rings {
            let sides = ring.map(side)
            if sides.allSatisfy({ $0 >= 0 }) {
                whole.append(ring)
            } else if sides.contains(where: { $0 > 0 }) {
                chains += self.chains(of: ring, sides)
            }
        }
        return whole + joined(chains)
    }

    /// The stretches of a ring on our side, each from the line to the line.
    private func chains(of ring: [Corner], _ sides: [Double]) -> [[Corner]] {
        let count = ring.count
        guard let outside = sides.firstIndex(where: { $0 < 0 }) else { return [] }
        var chains: [[Corner]] = []
        for step in 0..<count {
            let (here, next) = ((outside + step) % count, (outside + step + 1) % count)
            if sides[here] < 0, sides[next] >= 0 { chains.append([crossing(ring[here], sides[here], ring[next], sides[next])]) }
            if sides[next] >= 0 { chains[chains.count - 1].append(ring[next]) }
            if sides[here] >= 0, sides[next] < 0 {
                chains[chains.count - 1].append(crossing(ring[here], sides[here], ring[next], sides[next]))
            }
        }
        return chains
    }

    /// With the interior on the left, the line runs inside the outline from each exit to the next entry, seen along the line: the n-th
    /// exit leads to the n-th entry, and following them closes the rings.
    private func joined(_ chains: [[Corner]]) -> [[Corner]] {
        let along = SIMD2(towards.y, -towards.x)
        func order(_ end: ([Corner]) -> Corner) -> [Int] {
            let places = chains.map { dot(end($0).metres - middle, along) }
            return chains.indices.sorted { places[$0] < places[$1] }
        }
        let entries = order { $0[0] }
        let exits = order { $0[$0.count - 1] }
        var next = Array(repeating: 0, count: chains.count)
        for (exit, entry) in zip(exits, entries) { next[exit] = entry }
        var rings: [[Corner]] = []
        var isUsed = Array(repeating: false, count: chains.count)
        for start in chains.indices where !isUsed[start] {
            var ring: [Corner] = []
            var chain = start
            while !isUsed[chain] {
                isUsed[chain] = true
                ring += chains[chain]
                chain = next[chain]
            }
            rings.append(ring)
        }
        return rings
    }

    /// The same place whichever side asks, rounded to a centimetre so that the cells round a corner agree on it.
    private func crossing(_ a: Corner, _ sideA: Double, _ b: Corner, _ sideB: Double) -> Corner {
        if sideA == 0 { return a }
        if sideB == 0 { return b }
        let isOrdered = (a.metres.x, a.metres.y) < (b.metres.x, b.metres.y)
        let (low, lowSide, high, highSide) = isOrdered ? (a, sideA, b, sideB) : (b, sideB, a, sideA)
        let metres = low.metres + (high.metres - low.metres) * (lowSide / (lowSide - highSide))
        let exact = plane.point(metres)
        let point = Point(longitude: (exact.longitude * 1e7).rounded() / 1e7, latitude: (exact.latitude * 1e7).rounded() / 1e7)
        return Corner(metres: metres, point: point)
    }
}
