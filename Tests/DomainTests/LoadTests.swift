import Geography
import Testing
@testable import Domain

@Suite struct LoadTests {
    private static let groceries = category(1, .inPerson), calls = category(2, .remote)
    private static let here = ID<Neighbourhood>(high: 1, low: 1), there = ID<Neighbourhood>(high: 1, low: 2)
    private static let ground = Ground(anchors: [
        here: Point(longitude: 5.00, latitude: 43.58), there: Point(longitude: 5.05, latitude: 43.58),
    ])
    private let measure = LoadMeasure([groceries, calls], [here, there], on: ground)

    private static func category(_ number: UInt64, _ mode: Domain.Category.Mode) -> Domain.Category {
        Domain.Category(id: ID(high: 2, low: number), key: "k\(number)", labels: [:], icon: "heart", mode: mode, tier: .remote, position: 0)
    }

    private func group(
        _ count: Int, asks: Int, _ categories: [Domain.Category] = [groceries], at place: ID<Neighbourhood>? = here, radius: Int = 1_000
    ) -> HelperGroup {
        var helper = Helper(
            person: ID(high: 3, low: 3), categories: Set(categories.map(\.id)), neighbourhood: place, joinedAt: Moment(milliseconds: 0))
        helper.radius = radius
        return HelperGroup(sample: helper, count: count, asks: asks)
    }

    private func loads(_ groups: [HelperGroup], _ work: [LoadCell: LoadWork]) -> [LoadCell: Load] {
        let loads = measure.loads(groups, work) { _ in 0.2 }
        return Dictionary(uniqueKeysWithValues: loads.map { ($0.cell, $0) })
    }

    @Test func asksNeededOverAsksAllowed() {
        let cell = LoadCell(Self.groceries.id, Self.here)
        let load = loads([group(10, asks: 20)], [cell: LoadWork(open: 1, matched: 3, expected: 2)])[cell]
        #expect(load?.needed == 15 && load?.helpers == 10)
        #expect(abs((load?.factor ?? 0) - 0.75) < 1e-9)
        #expect(load?.isOver(100) == false && load?.isOver(74) == true)
    }

    @Test func whoeverCannotReachDoesNotCount() {
        let far = LoadCell(Self.groceries.id, Self.there), near = LoadCell(Self.groceries.id, Self.here)
        let work = [far: LoadWork(open: 1), near: LoadWork(open: 1)]
        let tied = loads([group(10, asks: 20)], work)
        #expect(tied[far]?.helpers == 0 && tied[far]?.factor == .infinity && tied[far]?.isOver(500) == true)
        #expect(loads([group(10, asks: 20, radius: 9_000)], work)[far]?.helpers == 10)
        #expect(loads([group(10, asks: 20, at: nil)], work)[far]?.helpers == 10, "named no quartier: asked last, but asked")
        let byPhone = loads([group(10, asks: 20, [Self.calls])], [LoadCell(Self.calls.id, Self.there): LoadWork(open: 1)])
        #expect(byPhone[LoadCell(Self.calls.id, Self.there)]?.helpers == 10)
        var distant = group(10, asks: 20, radius: 9_000)
        distant.sample.isRemoteOnly = true
        #expect(loads([distant], work)[near]?.helpers == 0)
    }

    /// Ten who only do groceries and ten who do both: the second go where they are missed.
    @Test func sharedHelpersGoWhereTheyAreMissed() throws {
        let (one, other) = (LoadCell(Self.groceries.id, Self.here), LoadCell(Self.calls.id, Self.here))
        let groups = [group(10, asks: 10), group(10, asks: 10, [Self.groceries, Self.calls])]
        let loads = loads(groups, [one: LoadWork(open: 2), other: LoadWork(open: 2)])
        let (first, second) = (try #require(loads[one]), try #require(loads[other]))
        #expect(abs(first.factor - 1) < 0.01 && abs(second.factor - 1) < 0.01)
        #expect(abs(first.allowed + second.allowed - 20) < 1e-6, "nobody's week is spent twice")
    }

    @Test(arguments: 0..<20) func noAskIsLostOrMadeUp(_ seed: Int) {
        var state = UInt64(seed &* 7919 &+ 1)
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let asks = (0..<6).map { _ in Double(draw(30)) }
        let reach = (0..<6).map { _ in (0..<5).filter { _ in draw(2) == 0 } }
        let needed = (0..<5).map { _ in Double(draw(40)) }
        let shares = LoadMeasure.shares(of: asks, among: reach, needed: needed)
        let spent = zip(asks, reach).reduce(0) { $0 + ($1.1.isEmpty ? 0 : $1.0) }
        #expect(abs(shares.reduce(0, +) - spent) < 1e-6)
        // No cell is heavier than if every helper who reaches it did nothing else.
        for cell in 0..<5 {
            let all = zip(asks, reach).reduce(0) { $0 + ($1.1.contains(cell) ? $1.0 : 0) }
            #expect(shares[cell] <= all + 1e-6)
        }
    }

    @Test func theNoticeIsForWhatCanHardlyBeServedAndNotForWhoComesFirst() throws {
        let cell = LoadCell(Self.groceries.id, Self.here)
        let heavy = Load(cell: cell, work: LoadWork(open: 9), helpers: 4, needed: 45, allowed: 20)
        let notice = try #require(CapacityNotice(heavy, limit: 100, isPriority: false))
        #expect(notice.weeks == 3 && notice.hasHelpers)
        #expect(CapacityNotice(heavy, limit: 100, isPriority: true) == nil)
        #expect(CapacityNotice(heavy, limit: 250, isPriority: false) == nil)
        #expect(CapacityNotice(nil, limit: 100, isPriority: false) == nil)
        let empty = Load(cell: cell, work: LoadWork(open: 1), helpers: 0, needed: 5, allowed: 0)
        let nobody = try #require(CapacityNotice(empty, limit: 100, isPriority: false))
        #expect(nobody.weeks == nil && !nobody.hasHelpers)
        let light = Load(cell: LoadCell(Self.calls.id, Self.here), work: LoadWork(), helpers: 3, needed: 0, allowed: 6)
        #expect(CapacityNotice.alternatives([heavy, empty, light], in: Self.here, limit: 100) == [Self.calls.id])
        #expect(CapacityNotice.alternatives([light], in: Self.there, limit: 100).isEmpty)
    }
}
