import Domain
import Persistence

/// Begins and ends absences by the calendar. Until it comes, new requests go to the right owner already: `Roles.owner` reads the clock.
struct AbsenceSweep: TownSweep {
    static let job = "absences.turn"
    let house: House

    func turn(in facts: TownFacts) async throws {
        let (town, now) = (facts.town, house.world.now())
        guard try await house.read(town, { try !Absences($0).due(at: now).isEmpty }) else { return }
        try await house.write(town) { [house] scope in
            try AbsenceTurn(house: house, town: town, scope: scope, now: now).catchUp()
        }
    }
}
