import Domain
import Persistence

extension Mandating {
    /// In one tap, without a reason: by the represented person, by the holder, or by a referent who hears them. It opens nothing from now on.
    /// Harmless when it was over.
    public func revoke(through door: MandateDoor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            var (mandate, part) = try door.open(in: scope)
            guard part.mayRevoke else { throw Refusal.notFound }
            let wasConfirmed = mandate.state == .confirmed
            guard try end(&mandate, by: part.person, in: scope, now: now) else { return }
            try journal(.revoked, by: part.person, on: mandate, in: scope)
            guard wasConfirmed else { return }
            try MandateLetters(house: house, town: facts.town).revoked(mandate, by: part.person, in: scope)
        }
    }

    /// One that was confirmed is kept for its time. A mere proposal is forgotten, with the row of whom nobody else had named.
    @discardableResult
    func end(_ mandate: inout Mandate, by person: ID<Person>?, in scope: TownTransaction, now: Moment) throws -> Bool {
        let wasPending = mandate.state == .pending
        guard mandate.close(by: person, now: now) else { return false }
        if wasPending { try Mandates(scope).forget(mandate) } else { try Mandates(scope).save(mandate) }
        return true
    }
}
