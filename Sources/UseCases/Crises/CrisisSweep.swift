import Domain
import Persistence

/// Warns of the end, and ends. The ladder needs no sweep: it reads the clock of the decision itself.
struct CrisisSweep: TownSweep {
    static let job = "crises.turn"
    let house: House

    func turn(in facts: TownFacts) async throws {
        let (town, now) = (facts.town, house.world.now())
        let crisis = try await house.read(town) { try Crises($0).open() }
        guard let crisis, crisis.isOver(at: now) || crisis.isEnding(at: now) else { return }
        try await house.write(town, listings: true) { [house] scope in
            try CrisisTurn(house: house, town: town, scope: scope, now: now).catchUp()
        }
        try await house.towns.refresh()
    }
}
