import Domain
import TestSupport

@testable import UseCases

/// Plays all lives of a town, breadth first: each state once, on the shortest way to it.
///
/// States are not kept but played again along the tree of those ways, so that a layer costs little more than what leads out of it.
final class LadderSearch {
    struct Report {
        var states = 0
        var transitions = 0
        var layers: [Int] = []
        /// The first that was found.
        var broken: Broken?
        var outcomes: Set<String> = []
        var longestWay = 0
    }

    /// A rule that does not hold, and the events that lead there.
    struct Broken: Equatable {
        var rule: String
        var life: [LadderEvent]
    }

    private final class Node {
        let event: LadderEvent?
        let depth: Int
        let luck: LadderPlan.Luck
        var children: [Node] = []

        init(_ event: LadderEvent?, _ depth: Int, _ luck: LadderPlan.Luck) { (self.event, self.depth, self.luck) = (event, depth, luck) }

        func reaches(_ layer: Int) -> Bool { depth == layer || children.contains { $0.reaches(layer) } }
    }

    /// From everywhere the top or an end is no further.
    static let farthest = 60
    let town: LadderTown
    private let rules: LadderRules
    private var known: Set<String> = []
    /// How many steps of the queue and the clock lead from a state to the top or an end.
    private var ways: [String: Int] = [:]
    private var life: [LadderEvent] = []
    private var report = Report()

    init(_ plan: LadderPlan) async throws {
        town = try await LadderTown(plan)
        rules = LadderRules(town: town)
    }

    func run() async throws -> Report {
        let start = try await begin()
        let root = Node(nil, 0, town.plan.luck)
        try await meet(start, root.luck)
        for layer in 0..<town.plan.depth where report.broken == nil {
            let before = report.states
            try await walk(root, start, to: layer)
            report.layers.append(report.states - before)
        }
        await town.database.close()
        return report
    }

    /// Where the plan begins.
    private func begin() async throws -> LadderState {
        var state = try await town.state()
        while state.requests.contains(where: { $0.rung != town.plan.from }), let event = onward(state) {
            try await town.play(event, from: state)
            state = try await town.state()
        }
        return state
    }

    private func walk(_ node: Node, _ state: LadderState, to layer: Int) async throws {
        if node.depth == layer { return try await expand(node, state) }
        for child in node.children where report.broken == nil && child.reaches(layer) {
            guard let event = child.event else { continue }
            try await after(event, from: state) { try await walk(child, $0, to: layer) }
        }
    }

    private func expand(_ node: Node, _ state: LadderState) async throws {
        for event in events(in: state, node.luck) where report.broken == nil {
            try await after(event, from: state) { next in
                report.transitions += 1
                if let rule = rules.broken(state, event, next).first { return fail(rule) }
                let child = Node(event, node.depth + (isFree(event) ? 0 : 1), node.luck.less(event))
                guard try await meet(next, child.luck) else { return }
                node.children.append(child)
                if child.depth == node.depth { try await expand(child, next) }
            }
        }
    }

    /// Plays an event, shows what it led to, and takes it back.
    private func after(_ event: LadderEvent, from state: LadderState, _ body: (LadderState) async throws -> Void) async throws {
        life.append(event)
        defer { life.removeLast() }
        try await town.attempt {
            try await town.play(event, from: state)
            try await body(try await town.state())
        }
    }

    /// False for a state that is known. A new one is held against the rules.
    @discardableResult
    private func meet(_ state: LadderState, _ luck: LadderPlan.Luck) async throws -> Bool {
        guard known.insert(state.key + luck.text).inserted else { return false }
        report.states += 1
        report.outcomes.insert(state.outcome)
        let mayHaveLost = luck.losses < town.plan.luck.losses
        if let rule = try await rules.broken(state, mayHaveLost: mayHaveLost).first { fail(rule) }
        if report.broken == nil { try await town.attempt { try await arrive(from: state, mayHaveLost) } }
        return true
    }

    /// The queue and the clock alone bring each request to somebody, or to the top; the rules hold all the way.
    private func arrive(from start: LadderState, _ mayHaveLost: Bool) async throws {
        var (state, way): (LadderState, [String]) = (start, [])
        while !state.hasArrived && ways[state.key] == nil {
            guard way.count < Self.farthest, let event = onward(state) else { return fail("it does not arrive") }
            way.append(state.key)
            try await town.play(event, from: state)
            let next = try await town.state()
            let broken = try await rules.broken(state, event, next) + rules.broken(next, mayHaveLost: mayHaveLost)
            if let rule = broken.first { return fail(rule) }
            state = next
        }
        let rest = ways[state.key] ?? 0
        for (count, key) in way.reversed().enumerated() { ways[key] = rest + count + 1 }
        report.longestWay = max(report.longestWay, rest + way.count)
        if rest + way.count > Self.farthest { fail("it does not arrive") }
    }

    private func onward(_ state: LadderState) -> LadderEvent? {
        if let step = state.ready.first, let request = town.requests.firstIndex(where: { $0 == step.request }) { return .step(request) }
        if !state.overdue.isEmpty { return .sweep }
        return state.nextMoment == nil ? nil : .wait
    }

    private func isFree(_ event: LadderEvent) -> Bool {
        if case .death = event { town.plan.deathsAreFree } else { false }
    }

    private func fail(_ rule: String) { if report.broken == nil { report.broken = Broken(rule: rule, life: life) } }
}
