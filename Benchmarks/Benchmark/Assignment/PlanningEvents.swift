import Assignment

/// One answer after the other to a solved plan, each replanned and timed; what the plan was asked for is kept beside it.
struct PlanningEvents: ~Copyable {
    private struct Row {
        var candidates: [Assignment.Candidate]
        var isOpen = true
    }

    private let penalty: Int32
    private var rows: [Row]
    private var capacities: [Int]
    private var plan: Assignment
    private let chance = Chance(seed: 5)

    init(_ graph: GraphFile) {
        penalty = graph.penalty
        capacities = graph.capacities
        rows = (0..<graph.rows).map { Row(candidates: graph.candidates(of: $0)) }
        plan = graph.plan()
        plan.solve()
    }

    mutating func run(_ count: Int) -> String {
        var times: [Double] = []
        for number in 0..<count {
            let watch = Stopwatch()
            apply(number)
            plan.solve()
            times += watch.milliseconds
        }
        return (times.map { "\($0)" } + ["\(plan.cost)", "\(costFromScratch())"]).joined(separator: " ")
    }

    /// In turn: no, yes, a new row, one that leaves, one that becomes dearer, a column with a place more or less.
    private mutating func apply(_ number: Int) {
        let row = chance.below(rows.count)
        switch number % 6 {
        case 0: if let column = plan.columns(of: row).first { refuse(column, row) }
        case 1: if let column = plan.columns(of: row).first { agree(column, row) }
        case 2:
            rows.append(Row(candidates: rows[row].candidates))
            _ = plan.addRow(rows[row].candidates, penalty: penalty)
        case 3:
            rows[row].isOpen = false
            plan.removeRow(row)
        case 4: if let column = plan.columns(of: row).first { makeDearer(column, row) }
        default:
            let column = chance.below(capacities.count)
            capacities[column] = max(0, capacities[column] + (number % 4 < 2 ? 1 : -1))
            plan.setCapacity(capacities[column], of: column)
        }
    }

    private mutating func refuse(_ column: Int, _ row: Int) {
        rows[row].candidates.removeAll { $0.column == Int32(column) }
        plan.remove(column: column, from: row)
    }

    private mutating func agree(_ column: Int, _ row: Int) {
        rows[row].isOpen = false
        capacities[column] -= 1
        plan.settle(row, in: column)
    }

    private mutating func makeDearer(_ column: Int, _ row: Int) {
        guard let index = rows[row].candidates.firstIndex(where: { $0.column == Int32(column) }) else { return }
        rows[row].candidates[index].cost += 500
        plan.setCost(rows[row].candidates[index].cost, of: column, for: row)
    }

    private func costFromScratch() -> Int {
        var fresh = Assignment(capacities: capacities)
        for row in rows where row.isOpen { _ = fresh.addRow(row.candidates, penalty: penalty) }
        fresh.solve()
        return fresh.cost
    }
}
