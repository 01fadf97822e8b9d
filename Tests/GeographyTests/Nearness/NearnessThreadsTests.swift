import Geography
import Testing

@Suite struct NearnessThreadsTests {
    @Test func noReaderSeesHalfAChange() async {
        var crowd = Crowd(seed: 9)
        let (index, entries) = (Nearness(.plane), crowd.entries(300))
        index.insert(contentsOf: entries)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<3 { group.addTask { await Self.look(at: index, count: entries.count) } }
            group.addTask { Self.shuffle(index, entries) }
        }
        #expect(index.count == entries.count)
    }

    @Test func changesAreSeenTogether() async {
        let (index, here) = (Nearness(.plane), Place(x: 0, y: 0))
        func entry(_ id: UInt128) -> Nearness.Entry { Nearness.Entry(id: id, category: UInt16(id % 3), place: here, time: Int64(id)) }
        index.insert(entry(0))
        index.insert(entry(1_000_000))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    for _ in 0..<2_000 {
                        #expect(index.nearest(to: here, within: 3).count == 2)
                        #expect(index.count(near: here, within: 3) == 2)
                    }
                }
            }
            for id in 1...2_000 as ClosedRange<UInt128> {
                let passing = [Nearness.Change.remove(id - 1), .insert(entry(id)), .remove(7_000_000)]
                index.apply(passing + [.move(1_000_000, to: Place(x: Int32(id % 200), y: 7))])
                if id.isMultiple(of: 100) { await Task.yield() }
            }
        }
        #expect(index.newest(near: here, within: 3).map(\.id) == [1_000_000, 2_000])
    }

    private static func look(at index: Nearness, count: Int) async {
        for _ in 0..<150 {
            let nearest = index.nearest(to: Place(x: 0, y: 0), within: 100_000, limit: 1_000)
            let newest = index.newest(near: Place(x: 0, y: 0), within: 100_000, limit: 1_000)
            #expect(Set(nearest.map(\.id)).count == count && nearest.count == count)
            #expect(Set(newest.map(\.id)).count == count && newest.count == count)
            await Task.yield()
        }
    }

    /// Moves and replaces everybody again and again; each change is seen by the next question.
    private static func shuffle(_ index: Nearness, _ entries: [Nearness.Entry]) {
        var crowd = Crowd(seed: 10)
        for round in 0..<4 {
            for entry in entries {
                let next = crowd.entry(id: entry.id)
                if round % 2 == 0 { index.move(entry.id, to: next.place) } else { index.insert(next) }
                #expect(index.nearest(to: next.place, within: 0, limit: 300).contains { $0.id == entry.id })
            }
        }
    }
}
