import Geography
import Testing

@Suite struct NearnessChangeTests {
    @Test(arguments: [1, 2, 3] as [UInt64]) func staysExactWhileEverythingChanges(seed: UInt64) {
        var crowd = Crowd(seed: seed)
        var kept: [UInt128: Nearness.Entry] = [:]
        let index = Nearness(.plane)
        for step in 0..<6_000 {
            change(index, &kept, &crowd, growing: step / 1_500 % 2 == 0)
            guard step % 50 == 0 else { continue }
            let (reading, place) = (Reading(metric: .plane, entries: Array(kept.values)), crowd.place())
            #expect(index.count == kept.count)
            let nearest = index.nearest(to: place, within: 3_000, of: [0, 2], limit: 30)
            #expect(nearest == reading.nearest(to: place, within: 3_000, of: [0, 2], limit: 30))
            let newest = index.newest(near: place, within: 3_000, of: nil, limit: 30)
            #expect(newest == reading.newest(near: place, within: 3_000, of: nil, limit: 30))
        }
        for entry in kept.values { #expect(index.entry(entry.id) == entry) }
        for id in kept.keys { index.remove(id) }
        #expect(index.count == 0 && index.count(near: Place(x: 0, y: 0), within: 1e6) == 0)
    }

    private func change(_ index: Nearness, _ kept: inout [UInt128: Nearness.Entry], _ crowd: inout Crowd, growing: Bool) {
        let known = kept.keys.min { abs(Int64(truncatingIfNeeded: $0)) < abs(Int64(truncatingIfNeeded: $1)) }
        switch Int.random(in: 0..<10, using: &crowd.random) {
        case 0..<(growing ? 2 : 7):
            guard let known else { return }
            kept[known] = nil
            #expect(index.remove(known) && !index.remove(known))
        case 7:
            guard let known, let old = kept[known] else { return }
            let place = crowd.place()
            kept[known] = Nearness.Entry(id: known, category: old.category, place: place, time: old.time)
            #expect(index.move(known, to: place))
        case 8:
            guard let known else { return }
            let entry = crowd.entry(id: known)
            kept[known] = entry
            index.insert(entry)
        default:
            let entry = crowd.entry()
            kept[entry.id] = entry
            index.insert(entry)
        }
    }

    @Test func aCrowdAtOneAddressComesAndGoes() {
        let (index, spot) = (Nearness(.plane), Place(x: 77, y: 77))
        for id in 0..<2_000 { index.insert(Nearness.Entry(id: UInt128(id), category: 0, place: spot, time: Int64(id % 7))) }
        #expect(index.nearest(to: spot, within: 0, limit: 3).map(\.id) == [0, 1, 2])
        #expect(index.newest(near: spot, within: 0, limit: 2).map(\.id) == [1_994, 1_987])
        for id in 0..<1_999 { #expect(index.remove(UInt128(id))) }
        #expect(index.newest(near: spot, within: 0).map(\.id) == [1_999])
    }
}
