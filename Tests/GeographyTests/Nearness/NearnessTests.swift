import Geography
import Testing

@Suite struct NearnessTests {
    private static let questions: [[UInt16]?] = [nil, [0], [1, 3], [2, 2], [9], []]

    @Test(arguments: [Metric.plane, .geographic], [1, 7, 63, 200, 3_000]) func answersAsReadingEverythingDoes(metric: Metric, count: Int) {
        var crowd = Crowd(seed: UInt64(count))
        let reading = Reading(metric: metric, entries: crowd.entries(count))
        let index = Nearness(metric)
        index.insert(contentsOf: reading.entries)
        #expect(index.count == count)
        for round in 0..<120 {
            let (place, radius) = (crowd.place(), [0, 35.5, 300, 2_000, 9_000][round % 5])
            let (categories, limit) = (Self.questions[round % 6], [1, 20, 400][round % 3])
            let nearest = index.nearest(to: place, within: radius, of: categories, limit: limit)
            #expect(nearest == reading.nearest(to: place, within: radius, of: categories, limit: limit))
            let newest = index.newest(near: place, within: radius, of: categories, limit: limit)
            #expect(newest == reading.newest(near: place, within: radius, of: categories, limit: limit))
            let all = reading.neighbours(of: place, within: radius, of: categories) { _ in 0 }
            #expect(index.count(near: place, within: radius, of: categories) == all.count)
        }
    }

    @Test func nothingIsNearInAnEmptyIndex() {
        let index = Nearness(.plane)
        #expect(index.nearest(to: Place(x: 0, y: 0), within: 1e9).isEmpty && index.newest(near: Place(x: 0, y: 0), within: 1e9).isEmpty)
        #expect(index.count == 0 && !index.remove(1) && !index.move(1, to: Place(x: 0, y: 0)) && index.entry(1) == nil)
    }

    @Test func strangeQuestionsGetNoAnswer() {
        let index = Nearness(.plane)
        index.insert(Nearness.Entry(id: 1, category: 0, place: Place(x: 0, y: 0), time: 0))
        for (radius, limit) in [(-1.0, 20), (.nan, 20), (10, 0), (10, -5)] {
            #expect(index.nearest(to: Place(x: 0, y: 0), within: radius, limit: limit).isEmpty)
            #expect(index.newest(near: Place(x: 0, y: 0), within: radius, limit: limit).isEmpty)
        }
        #expect(index.nearest(to: Place(x: 0, y: 0), within: 0, limit: .max).map(\.id) == [1])
    }

    @Test func aPlaceExactlyAtTheRadiusIsWithin() {
        let index = Nearness(.plane)
        index.insert(Nearness.Entry(id: 1, category: 0, place: Place(x: 120_000, y: 160_000), time: 0))
        index.insert(Nearness.Entry(id: 2, category: 0, place: Place(x: 120_001, y: 160_000), time: 0))
        #expect(index.nearest(to: Place(x: 0, y: 0), within: 2_000).map(\.distance) == [2_000])
        #expect(index.newest(near: Place(x: 0, y: 0), within: 2_000).map(\.id) == [1])
    }

    @Test func timesBeforeAndBeyondHistoryKeepTheirOrder() {
        let index = Nearness(.plane)
        for (id, time) in [Int64.min, -5, 0, 1_700_000_000_000, .max].enumerated() {
            index.insert(Nearness.Entry(id: UInt128(id), category: .max, place: Place(x: 0, y: 0), time: time))
        }
        #expect(index.newest(near: Place(x: 0, y: 0), within: 1).map(\.id) == [4, 3, 2, 1, 0])
        #expect(index.entry(1)?.time == -5 && index.entry(1)?.category == .max)
    }

    @Test func theEndsOfTheWorldAreFarApart() {
        let index = Nearness(.plane)
        let corners = [Int32.min, .max].flatMap { x in [Int32.min, .max].map { Place(x: x, y: $0) } }
        for (id, place) in corners.enumerated() { index.insert(Nearness.Entry(id: UInt128(id), category: 0, place: place, time: 0)) }
        for (id, place) in corners.enumerated() {
            #expect(index.nearest(to: place, within: 40_000_000).map(\.id) == [UInt128(id)])
            #expect(index.count(near: place, within: 100_000_000) == 4)
        }
    }

    @Test func degreesBecomeMetresWithTheErrorThatIsSaid() throws {
        for latitude in stride(from: 41.0, through: 51, by: 2) {
            for (radius, error) in [(2_000.0, 0.000_3), (10_000, 0.001_5)] {
                for direction in 0..<16 {
                    try expectDistance(from: point(2.35, latitude), direction: direction, radius: radius, error: error)
                }
            }
        }
    }

    private func expectDistance(from origin: Point, direction: Int, radius: Double, error: Double) throws {
        let (east, north) = Self.compass[direction]
        let there = point(origin.longitude + east * radius / 80_000, origin.latitude + north * radius / 111_200)
        let index = Nearness(.geographic)
        let (start, end) = (try #require(Place(origin)), try #require(Place(there)))
        index.insert(Nearness.Entry(id: 1, category: 0, place: end, time: 0))
        let found = try #require(index.nearest(to: start, within: 2 * radius).first)
        #expect(abs(found.distance / origin.distance(to: there) - 1) < error)
    }

    private static let compass: [(Double, Double)] = (-2...2).flatMap { x in
        (-2...2).compactMap { y in max(abs(x), abs(y)) == 2 ? (Double(x) / 2, Double(y) / 2) : nil }
    }
}
