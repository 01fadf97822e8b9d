import Domain
import Persistence

/// The daily job that tells of the end of mandates two weeks before, writes down those that are over, and forgets what was kept for its time.
struct MandatesSweep: TownSweep {
    static let job = "mandates.sweep"
    let house: House

    func turn(in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { [house] scope in
            try Self.end(in: scope, now: now)
            try Self.warn(facts.town, house, in: scope, now: now)
            try Self.forget(facts.town, in: scope, now: now)
        }
    }

    private static func end(in scope: TownTransaction, now: Moment) throws {
        for var mandate in try Mandates(scope).over(now) where mandate.expire(now) { try Mandates(scope).save(mandate) }
    }

    private static func warn(_ town: Town, _ house: House, in scope: TownTransaction, now: Moment) throws {
        for var mandate in try Mandates(scope).ending(now) {
            mandate.noticedAt = now
            try Mandates(scope).save(mandate)
            try MandateLetters(house: house, town: town).ending(mandate, in: scope, now: now)
        }
    }

    /// Proposals that nobody could confirm go with the row of whom nobody heard.
    private static func forget(_ town: Town, in scope: TownTransaction, now: Moment) throws {
        for mandate in try Mandates(scope).stale(before: now - Mandate.pendingFor) { try Mandates(scope).forget(mandate) }
        try Mandates(scope).deleteClosed(before: now.adding(months: -Mandate.keptMonths, in: town.timeZone))
    }
}
