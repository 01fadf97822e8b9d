import ArgumentParser
import Foundation
import Simulation

struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Play a scenario on simulated people and time, under one policy or all of them.")

    @Option(help: "One of: \(Self.scenarios.joined(separator: ", ")).") var scenario: String
    @Option(help: "One of: \(Self.policies.joined(separator: ", ")), or all.") var policy = "all"
    @Option(help: "The same seed makes the same run.") var seed: UInt64 = 1
    @Option(help: "How many seeds to play, from that one on.") var seeds = 1
    @Option(help: "Days of the run, instead of the scenario's own.") var days: Int?
    @Flag(help: "As JSON.") var json = false
    @Option(help: "Draw the share of requests with a yes into this SVG file.") var plot: String?
    @Flag(help: "Play it into a town of the demo, up to this moment, for staff to go on from there.") var rehearsal = false

    static let scenarios = Scenario.all.map(\.name)
    static let policies = Policies.all.map { $0.name }

    func validate() throws {
        guard Self.scenarios.contains(scenario) else {
            throw ValidationError("--scenario: one of \(Self.scenarios.joined(separator: ", "))")
        }
        guard policy == "all" || Self.policies.contains(policy) else {
            throw ValidationError("--policy: one of \(Self.policies.joined(separator: ", ")), or all")
        }
        guard (1...1_000).contains(seeds) else { throw ValidationError("--seeds: from 1 to 1000") }
        guard !rehearsal || (seeds == 1 && !json && plot == nil && ["all", "ladder"].contains(policy)) else {
            throw ValidationError("--rehearsal: plays the ladder once, without --seeds, --json, --plot or another policy")
        }
        guard days.map((1...366).contains) ?? true else { throw ValidationError("--days: from 1 to 366") }
    }

    func run() async throws {
        guard let scenario = Scenario.named(scenario) else { return }
        if rehearsal { return try await rehearse(scenario) }
        let chosen = Policies.named(policy).map { [$0] } ?? Policies.all
        let comparison = Comparison(scenario, chosen, seeds: (0..<UInt64(seeds)).map { seed &+ $0 }, days: days)
        if let plot { try draw(comparison, to: plot) }
        print(json ? try Output.json(comparison) : text(comparison))
    }

    private func text(_ comparison: Comparison) -> String {
        let span = seeds == 1 ? "seed \(seed)" : "\(seeds) seeds: median (95 in 100 lie between)"
        return "\(comparison.scenario): \(comparison.summary)\n\(comparison.days) days, \(span)\n\n" + Output.table(comparison.table)
    }

    private func draw(_ comparison: Comparison, to path: String) throws {
        do {
            try comparison.plot.write(toFile: path, atomically: true, encoding: .utf8)
        } catch {
            throw Settings.Problem(description: "--plot: \(path) cannot be written")
        }
    }
}
