import ArgumentParser
import Assignment
import Foundation

/// Plans graphs in memory, as `Benchmarks/assignment/peers.py` lets the peers do. A line at a time: `solve FILE` is answered by milliseconds, those of
/// the processor, the cost and the places served; `replan FILE EVENTS` by both times of each event and the costs, replanned and from
/// scratch.
struct PlanningTrial: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "assignment", abstract: "Plan graphs in memory.")

    func run() throws {
        while let line = readLine() {
            let words = line.split(separator: " ").map(String.init)
            switch (words.first, words.count) {
            case ("solve", 2): try say(Self.solve(try GraphFile(words[1])))
            case ("replan", 3):
                var events = PlanningEvents(try GraphFile(words[1]))
                try say(events.run(Int(words[2]) ?? 0))
            default: throw ValidationError(line)
            }
        }
    }

    private static func solve(_ graph: GraphFile) -> String {
        let watch = Stopwatch()
        var plan = graph.plan()
        plan.solve()
        let times = watch.milliseconds
        return "\(times[0]) \(times[1]) \(plan.cost) \(plan.served)"
    }

    private func say(_ line: String) throws { try FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8)) }
}
