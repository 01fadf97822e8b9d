import Domain
import Persistence

/// Hands over what a shift left that ended without a word, and forgets words of long ago.
struct DutySweep: TownSweep {
    static let job = "duty.turn"
    let house: House

    func turn(in facts: TownFacts) async throws {
        let (town, now) = (facts.town, house.world.now())
        let limit = now - Duty.grace
        guard try await house.read(town, { try !Duties($0).unhanded(until: limit).isEmpty }) else { return }
        try await house.write(town) { [house] scope in
            let turn = DutyTurn(house: house, town: town, scope: scope, now: now)
            for duty in try Duties(scope).unhanded(until: limit) {
                // The one before may have begun this one early.
                guard let present = try Duties(scope).find(duty.id) else { continue }
                try turn.handOver(present, note: nil, by: nil, isAutomatic: true)
            }
        }
    }
}
