import Foundation

extension Mandate {
    public func mayBeConfirmed(_ now: Moment) -> Bool { state == .pending || isEnding(now) }

    /// The represented person said yes: it holds from now on. Near its end, it holds for its whole term again.
    /// - Throws: `forbidden` to the holder, `conflict` where there is nothing to confirm.
    public mutating func confirm(_ channel: Confirmation.Channel, by actor: Actor, now: Moment, zone: TimeZone) throws(Refusal) {
        guard let hearer = actor.person, isOverseen(by: actor) else { throw Refusal(.forbidden, "refusal.ownMandate") }
        guard mayBeConfirmed(now) else { throw Refusal(.conflict, "refusal.mandateOver") }
        state = .confirmed
        confirmation = Confirmation(channel: channel, by: hearer, at: now)
        startsAt = startsAt ?? now
        endsAt = now.adding(months: months, in: zone)
        noticedAt = nil
    }

    /// Ends it at once. Answers whether there was anything to end.
    public mutating func close(by person: ID<Person>?, now: Moment) -> Bool {
        guard state == .pending || isInForce(now) else { return false }
        state = .revoked
        closedAt = now
        closedBy = person
        return true
    }

    /// Writes its end down. Answers whether it was over.
    public mutating func expire(_ now: Moment) -> Bool {
        guard state == .confirmed, standing(now) == .expired else { return false }
        state = .expired
        closedAt = endsAt
        return true
    }
}
