import ArgumentParser

@main
struct BenchmarkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "Benchmark", abstract: "What the benchmarks need beside the program itself; see docs/operating/performance.md.",
        subcommands: [
            Addresses.self, BoardDesk.self, Calibration.self, CallerTrial.self, NearnessQuestions.self, PlanningTrial.self, Seed.self, Sensitivity.self,
            StaticPage.self, WaveTrial.self,
        ])
}
