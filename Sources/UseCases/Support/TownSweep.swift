import JobQueue

/// A job that comes back by itself and looks after every town, one after the other. It may be repeated at any time.
protocol TownSweep: Sendable {
    static var job: String { get }
    var house: House { get }

    func turn(in facts: TownFacts) async throws
}

extension TownSweep {
    var handler: JobHandler {
        { _ in
            try await sweep()
            return { _ in }
        }
    }

    func sweep() async throws { for facts in house.towns.all { try await turn(in: facts) } }
}
