import Geography
import Testing

@Suite struct WalkingDistanceTests {
    private static let lines = [
        points([(5, 42.9), (5.002, 43), (5.001, 43.02)]), points([(5.0015, 43.022), (5, 43.1)]),
        points([(4.9, 43.01), (4.99, 43.008), (5.03, 43.015), (5.1, 43.01)]),
    ]

    @Test(arguments: [1, 2, 3] as [UInt64], [0.0, 150, 800]) func isExactInRadiusOrderAndPages(seed: UInt64, penalty: Double) throws {
        var random = SeededGenerator(seed: seed)
        let box = BoundingBox(west: 4.96, south: 42.98, east: 5.04, north: 43.05)
        let (index, barriers) = (Nearness(.geographic), Barriers(Self.lines))
        let entries = try (0..<1_500).map { number in
            Nearness.Entry(
                id: UInt128(number), category: UInt16(number % 3), place: try #require(Place(random.point(in: box))), time: Int64(number))
        }
        index.insert(contentsOf: entries)
        let reading = Reading(metric: .geographic, entries: entries)
        for radius in [300.0, 1_000, 2_500] {
            let home = try #require(Place(random.point(in: box)))
            let detour = barriers.detour(from: home, penalty: penalty)
            let first = index.nearest(to: home, within: radius, of: [0, 1], limit: 20, detour: detour)
            #expect(first == reading.nearest(to: home, within: radius, of: [0, 1], limit: 20, detour: detour))
            let second = index.nearest(to: home, within: radius, of: [0, 1], limit: 20, after: first.last?.distanceMark, detour: detour)
            let expected = reading.nearest(to: home, within: radius, of: [0, 1], limit: 40, detour: detour)
            #expect(first + (first.count == 20 ? second : []) == expected)
        }
    }

    @Test func theOtherBankIsFartherThanItLooks() throws {
        let index = Nearness(.geographic)
        let (home, across, along) = (point(4.999, 43.01), point(5.004, 43.01), point(4.999, 43.02))
        for (id, place) in [across, along].enumerated() {
            index.insert(Nearness.Entry(id: UInt128(id), category: 0, place: try #require(Place(place)), time: 0))
        }
        let start = try #require(Place(home))
        #expect(index.nearest(to: start, within: 2_000).map(\.id) == [0, 1])
        let detour = Barriers([points([(5.002, 42), (5.002, 44)])]).detour(from: start, penalty: 800)
        let walked = index.nearest(to: start, within: 2_000, detour: detour)
        #expect(walked.map(\.id) == [1, 0])
        #expect(abs(walked[1].distance - home.distance(to: across) - 800) < 1)
        #expect(index.nearest(to: start, within: 1_200, detour: detour).map(\.id) == [1])
    }
}
