import Assignment
import Testing

@Suite struct AssignmentTests {
    @Test func `as its description says`() {
        var plan = Assignment(capacities: [1, 2])
        let first = plan.addRow([.init(column: 0, cost: 3), .init(column: 1, cost: 5)], penalty: 100)
        let second = plan.addRow([.init(column: 0, cost: 1), .init(column: 1, cost: 9)], demand: 2, penalty: 100)
        plan.solve()
        #expect(plan.columns(of: first) == [1])
        #expect(plan.columns(of: second) == [0, 1])
        #expect(plan.cost == 15)
        plan.remove(column: 0, from: second)
        plan.solve()
        #expect(plan.columns(of: first) == [0])
        #expect(plan.columns(of: second) == [1])
        #expect(plan.cost == 3 + 9 + 100)
    }

    @Test func `nothing at all costs nothing`() {
        var plan = Assignment(capacities: [])
        plan.solve()
        #expect(plan.cost == 0)
        #expect(plan.served == 0)
    }

    @Test func `a row without candidates, or with closed columns only, stays unserved at its penalty`() {
        var plan = Assignment(capacities: [0, 1])
        let empty = plan.addRow([], demand: 2, penalty: 7)
        let closed = plan.addRow([.init(column: 0, cost: 1)], penalty: 50)
        let nothing = plan.addRow([.init(column: 1, cost: 1)], demand: 0, penalty: 50)
        plan.solve()
        #expect(plan.cost == 64)
        #expect([empty, closed, nothing].allSatisfy { plan.columns(of: $0).isEmpty })
    }

    @Test func `who would be dearer than the penalty is not taken`() {
        var plan = Assignment(capacities: [1])
        let row = plan.addRow([.init(column: 0, cost: 11)], penalty: 10)
        plan.solve()
        #expect(plan.columns(of: row).isEmpty)
        #expect(plan.cost == 10)
    }

    @Test func `the same column twice serves once, at the lower cost`() {
        var plan = Assignment(capacities: [5])
        let row = plan.addRow([.init(column: 0, cost: 9), .init(column: 0, cost: 2)], demand: 2, penalty: 100)
        plan.solve()
        #expect(plan.columns(of: row) == [0])
        #expect(plan.cost == 102)
    }

    @Test func `the greatest costs there are do not overflow`() {
        let most = Int32.max - 1
        var question = Question(capacities: [1, 1, 1])
        for _ in 0..<4 {
            question.rows.append(
                .init(
                    candidates: [.init(column: 0, cost: most), .init(column: 1, cost: .min), .init(column: 2, cost: 0)], demand: 2,
                    penalty: most))
        }
        var plan = question.plan()
        plan.solve()
        #expect(plan.cost == question.least)
        #expect(plan.cost == question.bound(plan))
    }

    @Test func `small graphs: as cheap as the best of all plans`() {
        var chance = Chance(state: 1)
        for _ in 0..<4_000 {
            let question = Question.random(rows: chance.below(5) + 1, columns: chance.below(4) + 1, using: &chance)
            var plan = question.plan()
            plan.solve()
            #expect(question.fault(plan) == nil)
            #expect(plan.cost == question.least, "\(question)")
        }
    }

    @Test func `large graphs: the prices prove that nothing is cheaper`() {
        var chance = Chance(state: 2)
        for size in [50, 200, 400] {
            for _ in 0..<8 {
                let question = Question.random(rows: size, columns: chance.below(size) + 1, using: &chance)
                var plan = question.plan()
                plan.solve()
                #expect(question.fault(plan) == nil)
                #expect(plan.cost == question.bound(plan))
            }
        }
    }

    @Test(arguments: [UInt64](320...330))
    func `rows that ask for several places bid against each other, and the prices still prove the plan`(seed: UInt64) {
        var chance = Chance(state: seed)
        let question = Question.random(rows: chance.below(300) + 2, columns: chance.below(150) + 2, using: &chance)
        var plan = question.plan()
        plan.solve()
        #expect(question.fault(plan) == nil)
        #expect(plan.cost == question.bound(plan))
    }

    @Test func `the same calls give the same plan`() {
        var chance = Chance(state: 3)
        let question = Question.random(rows: 300, columns: 80, using: &chance)
        var first = question.plan()
        var second = question.plan()
        first.solve()
        second.solve()
        for row in question.rows.indices { #expect(first.columns(of: row) == second.columns(of: row)) }
    }
}
