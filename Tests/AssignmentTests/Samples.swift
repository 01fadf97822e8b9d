import Assignment

/// What a plan was asked for, kept beside it: to be solved by brute force, from scratch, or proved by prices.
struct Question {
    struct Row {
        var candidates: [Assignment.Candidate]
        var demand: Int
        var penalty: Int32
    }

    var capacities: [Int]
    var rows: [Row] = []

    func plan() -> Assignment {
        var plan = Assignment(capacities: capacities)
        for row in rows { _ = plan.addRow(row.candidates, demand: row.demand, penalty: row.penalty) }
        return plan
    }

    func solved() -> Int {
        var plan = plan()
        plan.solve()
        return plan.cost
    }

    /// The least cost, by trying everything.
    var least: Int { least(from: 0, 0, capacities) }

    private func least(from number: Int, _ choice: Int, _ free: [Int], taken: [Int32] = []) -> Int {
        guard number < rows.count else { return 0 }
        let row = rows[number]
        guard choice < row.candidates.count, taken.count < row.demand else {
            return (row.demand - taken.count) * Int(row.penalty) + least(from: number + 1, 0, free)
        }
        let without = least(from: number, choice + 1, free, taken: taken)
        let candidate = row.candidates[choice]
        guard free[Int(candidate.column)] > 0, !taken.contains(candidate.column) else { return without }
        var less = free
        less[Int(candidate.column)] -= 1
        return min(without, Int(candidate.cost) + least(from: number, choice + 1, less, taken: taken + [candidate.column]))
    }

    /// What no plan can be under at these prices.
    func bound(_ plan: borrowing Assignment) -> Int {
        let sold = capacities.indices.reduce(0) { $0 + capacities[$1] * plan.price(of: $1) }
        return rows.reduce(-sold) { sum, row in
            var values: [Int32: Int] = [:]
            for candidate in row.candidates {
                let value = Int(candidate.cost) + plan.price(of: Int(candidate.column))
                values[candidate.column] = min(value, values[candidate.column] ?? .max)
            }
            let cheapest = values.values.filter { $0 < row.penalty }.sorted().prefix(row.demand)
            return sum + cheapest.reduce(0, +) + (row.demand - cheapest.count) * Int(row.penalty)
        }
    }

    /// Nobody twice in a row, no column too full, only candidates; nil when sound, otherwise what is wrong.
    func fault(_ plan: borrowing Assignment) -> String? {
        var taken = capacities.map { _ in 0 }
        var cost = 0
        for (number, row) in rows.enumerated() {
            let columns = plan.columns(of: number)
            if Set(columns).count != columns.count || columns.count > row.demand { return "row \(number) has \(columns)" }
            for column in columns {
                taken[column] += 1
                guard let cheapest = row.candidates.filter({ $0.column == Int32(column) }).map(\.cost).min() else {
                    return "row \(number) has \(column), no candidate"
                }
                cost += Int(cheapest)
            }
            cost += (row.demand - columns.count) * Int(row.penalty)
        }
        for column in taken.indices where taken[column] > capacities[column] { return "column \(column) has \(taken[column])" }
        for column in taken.indices where plan.price(of: column) > 0 && taken[column] < capacities[column] { return "\(column) priced" }
        return cost == plan.cost ? nil : "says \(plan.cost), costs \(cost)"
    }
}

extension Question {
    /// A graph of a kind that chance draws: few or many candidates, equal or far apart costs, with empty rows and columns.
    static func random(rows: Int, columns: Int, using chance: inout Chance) -> Question {
        let (reach, dearest) = (chance.below(columns) + 1, [2, 10, 1_000][chance.below(3)])
        let most = chance.below(3) + 1, greatest = chance.below(3) + 1
        var question = Question(capacities: (0..<columns).map { _ in chance.below(greatest + 1) })
        for _ in 0..<rows { question.rows.append(row(reach, columns, dearest, demand: chance.below(most + 1), &chance)) }
        return question
    }

    static func row(_ reach: Int, _ columns: Int, _ dearest: Int, demand: Int, _ chance: inout Chance) -> Row {
        let candidates = (0..<chance.below(reach + 1)).map { _ in
            Assignment.Candidate(column: chance.below(columns), cost: Int32(chance.below(dearest) - dearest / 5))
        }
        return Row(candidates: candidates, demand: demand, penalty: Int32(chance.below(dearest * 2)))
    }
}

/// SplitMix64: the same chances for the same seed.
struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
