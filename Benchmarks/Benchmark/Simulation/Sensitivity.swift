import ArgumentParser
import Foundation
import Simulation

/// Ours with each number of the frozen behaviour half as much and half as much again, the others as they are; then with other numbers of
/// requests in Grenoble, willingness fitted anew: the tables of docs/decisions/2026-11-26-simulation.md.
struct Sensitivity: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "How much the lab's figures hang on what nobody has measured.")

    @Option(help: "Means of so many seeds.") var seeds: UInt64 = 2
    @Option(help: "First seed.") var from: UInt64 = 1

    private typealias Change = @Sendable (inout Behaviour, Double) -> Void

    private static let parameters: [(name: String, change: Change)] = [
        ("willingness", { $0.willingness *= $1 }), ("mails read", { $0.reads = min(1, $0.reads * $1) }), ("reach", { $0.reach *= $1 }),
        ("hours until read", { $0.readingHours *= $1 }), ("spread of reading", { $0.readingSpread *= $1 }),
        ("keenness, shape", { $0.keennessShape *= $1 }), ("says no", { $0.saysNo *= $1 }), ("« not for a while »", { $0.saysLater *= $1 }),
        ("tiring ask", { $0.tiringAsk *= $1 }), ("tiring help", { $0.tiringHelp *= $1 }), ("a yes too late", { $0.tiringTooLate *= $1 }),
        ("leaving", { $0.leaving *= $1 }), ("recovery", { $0.recovery *= $1 }), ("withdrawing", { $0.withdraws *= $1 }),
        ("not coming", { $0.failsToCome *= $1 }), ("patience", { change, factor in change.patience = change.patience.map { $0 * factor } }),
    ]

    func run() throws {
        print("| | served, % | median, h | urgent, h | asks per served | worn out, % | served by helpers, % |\n|---|---|---|---|---|---|---|")
        print(Self.line("frozen", [mean(.ordinary, .calibrated)]))
        for parameter in Self.parameters {
            let sides = [0.5, 1.5].map { factor in
                var behaviour = Behaviour.calibrated
                parameter.change(&behaviour, factor)
                return mean(.ordinary, behaviour)
            }
            print(Self.line("\(parameter.name) − / +", sides))
        }
        print("\n| requests | ordinary | crisis |\n|---|---|---|")
        for requests in [400.0, 600, 900, 1_200] {
            let fitted = requests == 600 ? .calibrated : GrenobleFit(seeds: 1...10, requests: requests).fitted(.calibrated)
            print("| \(Int(requests)) | \(mean(.ordinary, fitted).text) | \(mean(.crisis, fitted).text) |")
        }
    }

    private struct Mean {
        var served, median, urgent, asks, worn, byHelpers: Double

        var text: String { String(format: "%.1f %%, %.1f h, %.1f h", served * 100, median, urgent) }
        var cells: [String] {
            [served * 100, median, urgent, asks, worn * 100, byHelpers * 100].map { String(format: "%.1f", $0) }
        }
    }

    private func mean(_ scenario: Scenario, _ behaviour: Behaviour) -> Mean {
        let runs = (from..<from + seeds).map { RunFigures(Runner.run(scenario, HouseLadder.self, seed: $0, behaviour: behaviour)) }
        func mean(_ value: (RunFigures) -> Double) -> Double { runs.map(value).reduce(0, +) / Double(runs.count) }
        return Mean(
            served: mean(\.served), median: mean { $0.medianHours ?? .infinity }, urgent: mean { $0.medianUrgentHours ?? .infinity },
            asks: mean { $0.asksPerServed ?? 0 }, worn: mean(\.wornOut), byHelpers: mean(\.servedByHelpers))
    }

    private static func line(_ name: String, _ means: [Mean]) -> String {
        let cells = means[0].cells.indices.map { cell in means.map { $0.cells[cell] }.joined(separator: " / ") }
        return "| \(name) | " + cells.joined(separator: " | ") + " |"
    }
}
