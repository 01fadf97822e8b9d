import Domain
import JobQueue
import Persistence

/// Begins and ends absences by the calendar. Until it comes, new requests go to the right owner already: `Roles.owner` reads the clock.
struct AbsenceSweep: Sendable {
    static let job = "absences.turn"
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
        guard try await house.read(town, { try !Absences($0).due(at: now).isEmpty }) else { return }
        try await house.write(town) { [house] scope in
            try AbsenceTurn(house: house, town: town, scope: scope, now: now).catchUp()
        }
    }
}
