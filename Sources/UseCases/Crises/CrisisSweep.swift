import Domain
import JobQueue
import Persistence

/// Warns of the end, and ends. The ladder needs no sweep: it reads the clock of the decision itself.
struct CrisisSweep: Sendable {
    static let job = "crises.turn"
    let house: House

    var handler: JobHandler {
        { _ in
            try await turn()
            return { _ in }
        }
    }

    func turn() async throws {
        for facts in house.towns.all { try await turn(facts.town) }
    }

    private func turn(_ town: Town) async throws {
        let now = house.world.now()
        let crisis = try await house.read(town) { try Crises($0).open() }
        guard let crisis, crisis.isOver(at: now) || crisis.isEnding(at: now) else { return }
        try await house.write(town, listings: true) { [house] scope in
            try CrisisTurn(house: house, town: town, scope: scope, now: now).catchUp()
        }
        try await house.towns.refresh()
    }
}
