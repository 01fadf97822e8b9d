import Domain
import Geography
import Testing

@Suite struct HomeCellPlanTests {
    private static let grid = SquareGrid(origin: Point(longitude: 5.72, latitude: 45.18), side: HomeCell.side)
    private static let quartiers: [ID<Neighbourhood>?] = [nil, ID(high: 1, low: 1), ID(high: 1, low: 2)]

    /// A thinly and a densely settled country, different for each seed.
    private static func homes(_ seed: UInt64) -> [HomeCell.Part: Int] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func draw(_ range: Range<Int>) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return range.lowerBound + Int((state >> 33) % UInt64(range.count))
        }
        var homes: [HomeCell.Part: Int] = [:]
        for _ in 0..<draw(1..<150) {
            let part = HomeCell.Part(quartiers[draw(0..<3)], .init(x: draw(-8..<8), y: draw(-8..<8)))
            homes[part] = draw(0..<4) == 0 ? draw(11..<300) : draw(1..<11)
        }
        return homes
    }

    private static func sizes(_ parts: [HomeCell.Part: Int], _ homes: [HomeCell.Part: Int]) -> [Int: Int] {
        parts.reduce(into: [:]) { $0[$1.value, default: 0] += homes[$1.key, default: 0] }
    }

    @Test(arguments: UInt64(1)...200) func everyCellHoldsElevenHomesOfOneQuartier(_ seed: UInt64) {
        let homes = Self.homes(seed)
        let plan = HomeCellPlan(homes: homes, present: [:], last: 0, grid: Self.grid)
        #expect(Self.sizes(plan.parts, homes).values.allSatisfy { $0 >= HomeCell.minimum })
        #expect(Set(plan.parts.values) == Set(plan.cells.map(\.number)))
        for (part, cell) in plan.parts { #expect(plan.cells[cell - 1].neighbourhood == part.neighbourhood) }
        // Whoever has no cell has not enough homes of the quartier around.
        for (part, count) in homes where plan.parts[part] == nil { #expect(count < HomeCell.minimum) }
    }

    @Test(arguments: UInt64(1)...100) func whatIsDrawnStaysWhateverComesLater(_ seed: UInt64) {
        let before = Self.homes(seed)
        let first = HomeCellPlan(homes: before, present: [:], last: 0, grid: Self.grid)
        let after = before.merging(Self.homes(seed + 1_000)) { max($0, $1) }
        let second = HomeCellPlan(homes: after, present: first.parts, last: first.cells.count, grid: Self.grid)
        #expect(Set(second.parts.keys).isDisjoint(with: first.parts.keys))
        #expect(second.cells.allSatisfy { $0.number > first.cells.count })
        let all = first.parts.merging(second.parts) { one, _ in one }
        #expect(Self.sizes(all, after).values.allSatisfy { $0 >= HomeCell.minimum })
    }

    @Test func theSameHomesGiveTheSameCells() {
        let homes = Self.homes(7)
        let plans = (0..<3).map { _ in HomeCellPlan(homes: homes, present: [:], last: 0, grid: Self.grid) }
        #expect(plans.allSatisfy { $0.parts == plans[0].parts && $0.cells == plans[0].cells })
    }

    @Test func aFarmFarFromAllHasNoCell() {
        let village = HomeCell.Part(nil, .init(x: 0, y: 0)), near = HomeCell.Part(nil, .init(x: 2, y: 1)),
            far = HomeCell.Part(nil, .init(x: 9, y: 9))
        let plan = HomeCellPlan(homes: [village: 40, near: 1, far: 1], present: [:], last: 0, grid: Self.grid)
        #expect(plan.parts == [village: 1, near: 1])
    }
}
