import Geography
import Testing

@Suite struct NearnessPagingTests {
    private static let here = Place(x: 0, y: 0)

    @Test(arguments: [1, 3, 20]) func pagesAreTheWholeInPieces(limit: Int) {
        var crowd = Crowd(seed: 5)
        let index = Nearness(.plane)
        index.insert(contentsOf: crowd.entries(500))
        let nearest = pages { index.nearest(to: Self.here, within: 4_000, of: [0, 1], limit: limit, after: $0?.distanceMark) }
        #expect(nearest == index.nearest(to: Self.here, within: 4_000, of: [0, 1], limit: 500))
        let newest = pages { index.newest(near: Self.here, within: 4_000, of: [0, 1], limit: limit, after: $0?.timeMark) }
        #expect(newest == index.newest(near: Self.here, within: 4_000, of: [0, 1], limit: 500))
        #expect(nearest.count > 100 && Set(nearest) == Set(newest))
    }

    @Test(arguments: [6, 7, 8] as [UInt64]) func whatStaysIsSeenOnceWhileOthersComeAndGo(seed: UInt64) {
        var crowd = Crowd(seed: seed)
        let (staying, index) = (crowd.entries(400), Nearness(.plane))
        var passing = crowd.entries(400)
        index.insert(contentsOf: staying + passing)
        func disturb() {
            for _ in 0..<30 {
                let position = Int.random(in: 0..<passing.count, using: &crowd.random)
                if Bool.random(using: &crowd.random) { index.remove(passing[position].id) }
                passing[position] = crowd.entry(id: Bool.random(using: &crowd.random) ? passing[position].id : nil)
                index.insert(passing[position])
            }
        }
        let expected = Set(Reading(metric: .plane, entries: staying).neighbours(of: Self.here, within: 5_000, of: nil) { _ in 0 }.map(\.id))
        let nearest = pages { mark in
            disturb()
            return index.nearest(to: Self.here, within: 5_000, limit: 7, after: mark?.distanceMark)
        }
        let newest = pages { mark in
            disturb()
            return index.newest(near: Self.here, within: 5_000, limit: 7, after: mark?.timeMark)
        }
        for seen in [nearest, newest] {
            let stayed = seen.map(\.id).filter(expected.contains)
            #expect(stayed.count == expected.count && Set(stayed) == expected)
        }
    }

    private func pages(_ page: (Nearness.Neighbour?) -> [Nearness.Neighbour]) -> [Nearness.Neighbour] {
        var all: [Nearness.Neighbour] = []
        while true {
            let next = page(all.last)
            guard !next.isEmpty else { return all }
            all += next
        }
    }
}
