extension Mandate {
    /// Something done in somebody's name.
    public enum Deed: String, Sendable, CaseIterable, Codable {
        case asked, changed, cancelled
        case saidOutcome = "said_outcome"
        case appealed, wrote

        public var power: Power {
            switch self {
            case .asked: .ask
            case .changed, .cancelled, .saidOutcome, .appealed: .follow
            case .wrote: .converse
            }
        }
    }

    public func isInForce(_ now: Moment) -> Bool {
        guard state == .confirmed, let startsAt, let endsAt else { return false }
        return startsAt <= now && now < endsAt
    }

    /// As it stands, whether or not the night has written its end down.
    public func standing(_ now: Moment) -> State { state == .confirmed && !isInForce(now) ? .expired : state }

    public func isEnding(_ now: Moment) -> Bool {
        guard isInForce(now), let endsAt else { return false }
        return endsAt - now <= Self.notice
    }

    /// Whether it was given to this person, by name or as one who guides the quartier.
    public func isHeld(by actor: Actor) -> Bool {
        guard let holder else { return actor.isGuide && actor.mayGuide(neighbourhood) }
        return holder == actor.person
    }

    /// Who may hear the represented person, and read what was done in their name. Nobody oversees what they do themselves as a proxy.
    public func isOverseen(by actor: Actor) -> Bool { actor.isGuide && actor.mayGuide(neighbourhood) && actor.person != holder }

    /// - Throws: `notFound` to whoever it was not given to, `forbidden` where it does not hold now or does not go so far.
    public func allow(_ power: Power, to actor: Actor, now: Moment) throws(Refusal) {
        guard isHeld(by: actor) else { throw .notFound }
        guard isInForce(now) else { throw Refusal(.forbidden, "refusal.mandateOver") }
        guard powers.contains(power) else { throw Refusal(.forbidden, "refusal.mandatePower") }
    }

    /// The person's own requests that live, or that came while it held; not those they made for somebody else, nor others made for them.
    public func covers(_ request: HelpRequest) -> Bool {
        guard request.asker == represented, request.beneficiary == represented, let startsAt else { return false }
        return request.isLive || request.createdAt >= startsAt
    }
}
