import ArgumentParser
import Simulation

/// What the frozen people do on a board in Grenoble's nineteen days: looks and actions. With `--fit`, how curious and willing people would be
/// if their number of requests were another, a line each: requests, looks a day, willingness.
struct Calibration: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Hold the frozen behaviour against Grenoble's figures, or fit it anew.")

    @Flag var fit = false
    @Option var seeds: UInt64 = 20

    func run() throws {
        guard fit else {
            let outcome = GrenobleFit(seeds: 1...seeds).outcome(.calibrated)
            return print(outcome.looks, outcome.actions)
        }
        for requests in [400.0, 600, 900, 1_200] {
            let fitted = GrenobleFit(seeds: 1...seeds, requests: requests).fitted(.calibrated)
            print(requests, fitted.looksPerDay, fitted.willingness)
        }
    }
}
