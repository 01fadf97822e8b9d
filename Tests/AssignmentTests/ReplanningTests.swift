import Assignment
import Testing

/// After each change: the plan is sound, its prices prove it, and it costs what a plan from scratch costs.
@Suite struct ReplanningTests {
    /// The last of them once sent a search round in circles.
    @Test(arguments: [UInt64](1...60) + [3_071]) func `whatever changes, the plan is as from scratch`(seed: UInt64) {
        var chance = Chance(state: seed)
        var question = Question.random(rows: chance.below(30) + 2, columns: chance.below(15) + 2, using: &chance)
        var plan = question.plan()
        plan.solve()
        for _ in 0..<60 {
            for _ in 0...chance.below(3) { change(&plan, &question, &chance) }
            plan.solve()
            #expect(question.fault(plan) == nil)
            #expect(plan.cost == question.bound(plan))
            #expect(plan.cost == question.solved())
        }
    }

    private func change(_ plan: inout Assignment, _ question: inout Question, _ chance: inout Chance) {
        let row = chance.below(question.rows.count), column = chance.below(question.capacities.count)
        switch chance.below(7) {
        case 0:
            question.rows[row].demand = 0
            plan.removeRow(row)
        case 1, 2:
            let new = Question.row(question.capacities.count, question.capacities.count, 40, demand: chance.below(4), &chance)
            question.rows.append(new)
            #expect(plan.addRow(new.candidates, demand: new.demand, penalty: new.penalty) == question.rows.count - 1)
        case 3:
            question.rows[row].candidates.removeAll { $0.column == Int32(column) }
            plan.remove(column: column, from: row)
        case 4:
            question.capacities[column] = chance.below(5)
            plan.setCapacity(question.capacities[column], of: column)
        case 5:
            let cost = Int32(chance.below(60) - 10)
            // A candidate that was removed would be one again.
            guard question.rows[row].candidates.contains(where: { $0.column == Int32(column) }) else { return }
            for index in question.rows[row].candidates.indices where question.rows[row].candidates[index].column == Int32(column) {
                question.rows[row].candidates[index].cost = cost
            }
            plan.setCost(cost, of: column, for: row)
        default:
            guard question.rows[row].demand > 0, question.capacities[column] > 0 else { return }
            question.rows[row].demand -= 1
            question.rows[row].candidates.removeAll { $0.column == Int32(column) }
            question.capacities[column] -= 1
            plan.settle(row, in: column)
        }
        #expect(plan.capacity(of: column) == question.capacities[column])
    }

    @Test func `who says no is replaced, who says yes is out of the plan, and who left frees their place`() {
        var plan = Assignment(capacities: [1, 1])
        let first = plan.addRow([.init(column: 0, cost: 1), .init(column: 1, cost: 4)], penalty: 50)
        let second = plan.addRow([.init(column: 0, cost: 2)], penalty: 50)
        plan.solve()
        #expect(plan.columns(of: first) == [1])
        #expect(plan.columns(of: second) == [0])
        plan.settle(first, in: 1)
        plan.solve()
        #expect(plan.columns(of: first).isEmpty)
        #expect(plan.capacity(of: 1) == 0)
        #expect(plan.cost == 2)
        plan.remove(column: 0, from: second)
        plan.solve()
        #expect(plan.cost == 50)
        plan.removeRow(second)
        plan.solve()
        #expect(plan.cost == 0)
    }

    @Test func `a plan grown row by row costs what it costs at once`() {
        var chance = Chance(state: 9)
        let question = Question.random(rows: 400, columns: 120, using: &chance)
        var plan = Assignment(capacities: question.capacities)
        for row in question.rows {
            _ = plan.addRow(row.candidates, demand: row.demand, penalty: row.penalty)
            plan.solve()
        }
        #expect(question.fault(plan) == nil)
        #expect(plan.cost == question.solved())
    }
}
