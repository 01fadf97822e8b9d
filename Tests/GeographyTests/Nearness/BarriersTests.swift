import Geography
import Testing

@Suite struct BarriersTests {
    /// A river from south to north at 5.01° with a bridge at its middle, and a railway that bends.
    private static let river = [points([(5.01, 43), (5.01, 43.04)]), points([(5.01, 43.06), (5.01, 43.1)])]
    private static let railway = [points([(5, 43.02), (5.02, 43.02), (5.04, 43.04)])]

    @Test func countsWhatLiesBetween() {
        let barriers = Barriers(Self.river + Self.railway)
        #expect(barriers.crossings(from: point(5.005, 43.01), to: point(5.015, 43.01)) == 1)
        #expect(barriers.crossings(from: point(5.005, 43.01), to: point(5.015, 43.03)) == 2)
        #expect(barriers.crossings(from: point(5.005, 43.05), to: point(5.015, 43.05)) == 0)
        #expect(barriers.crossings(from: point(5.005, 43.01), to: point(5.008, 43.01)) == 0)
        #expect(Barriers([]).crossings(from: point(5, 43), to: point(6, 44)) == 0)
        #expect(Barriers([[], [point(5, 43)], [point(5, 43), point(5, 43)]]).isEmpty)
    }

    @Test func aWayThroughACornerCrossesOnce() {
        let bends = [(5.0, 43.0), (5.01, 43.01), (5.0, 43.02), (5.02, 43.03)]
        let barriers = Barriers([points(bends)])
        for corner in bends[1...2] {
            let crossings = barriers.crossings(from: point(corner.0 - 0.02, corner.1), to: point(corner.0 + 0.02, corner.1))
            #expect(crossings % 2 == 1)
        }
        let straight = Barriers([points([(5.01, 43), (5.01, 43.02), (5.01, 43.04)])])
        #expect(straight.crossings(from: point(5, 43.02), to: point(5.02, 43.02)) == 1)
        #expect(straight.crossings(from: point(5.01, 43.01), to: point(5.01, 43.03)) == 0)
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func directionDoesNotMatterEvenOnAGrid(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let lines = (0..<40).map { _ in (0..<6).map { _ in Self.gridPoint(&random) } }
        let barriers = Barriers(lines)
        for _ in 0..<400 {
            let (a, b) = (Self.gridPoint(&random), Self.gridPoint(&random))
            let there = barriers.crossings(from: a, to: b)
            #expect(there == barriers.crossings(from: b, to: a))
            #expect(there == Barriers(lines.map { $0.reversed() }).crossings(from: a, to: b))
            #expect(there == lines.reduce(0) { $0 + Barriers([$1]).crossings(from: a, to: b) })
        }
    }

    @Test func aClosedLineIsCrossedAnOddNumberOfTimesOnlyBetweenInsideAndOutside() throws {
        var random = SeededGenerator(seed: 4)
        let outline = points([(5, 43), (5.03, 43.01), (5.05, 43), (5.04, 43.03), (5.06, 43.06), (5.02, 43.04), (4.99, 43.05)])
        let (region, barriers) = (try #require(Region(outline: outline)), Barriers([outline + [outline[0]]]))
        let box = BoundingBox(west: 4.98, south: 42.99, east: 5.07, north: 43.07)
        for _ in 0..<500 {
            let (a, b) = (random.point(in: box), random.point(in: box))
            #expect((barriers.crossings(from: a, to: b) % 2 == 1) == (region.contains(a) != region.contains(b)))
        }
    }

    private static func gridPoint(_ random: inout SeededGenerator) -> Point {
        point(5 + Double(Int.random(in: 0...8, using: &random)) / 128, 43 + Double(Int.random(in: 0...8, using: &random)) / 128)
    }
}
