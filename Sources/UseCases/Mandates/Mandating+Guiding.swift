import Domain
import Persistence
import Secrets

extension Mandating {
    /// The mandates of a referent's quartiers.
    public struct Desk: Sendable {
        /// The represented person is to be heard.
        public var pending: [Line]
        /// They end within two weeks.
        public var ending: [Line]
        public var current: [Line]
        public var count: Count
        public var now: Moment
    }

    /// What of it waits for a referent: without anybody's name, for the to-do page.
    public struct Count: Sendable, Equatable {
        public var pending: Int
        public var ending: Int
        public var isEmpty: Bool { pending + ending == 0 }
    }

    public func desk(by actor: Actor, in facts: TownFacts) async throws -> Desk {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let listing = MandateListing(scope, for: actor)
            func lines(_ mandates: [Mandate]) throws -> [Line] {
                let shown = try self.lines(mandates.filter { $0.isOverseen(by: actor) }, in: scope)
                for line in shown { try journal(.readContact, by: actor.person, on: line.mandate, in: scope) }
                return shown
            }
            return Desk(
                pending: try lines(listing.pending(limit: Referents.pageSize)),
                ending: try lines(listing.ending(now, limit: Referents.pageSize)),
                current: try lines(listing.current(now, limit: Referents.pageSize)), count: try Self.count(listing, now), now: now)
        }
    }

    static func count(_ listing: MandateListing, _ now: Moment) throws -> Count {
        let (pending, ending) = try listing.counts(now)
        return Count(pending: pending, ending: ending)
    }

    /// A letter for somebody without an account, with a link of their own to read and revoke; each printing makes a new one.
    public func letter(_ id: ID<Mandate>, by actor: Actor, in facts: TownFacts) async throws -> (
        line: Line, confirmedBy: String?, link: Token, now: Moment
    ) {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let mandate = try overseen(id, by: actor, in: scope)
            guard mandate.isInForce(now) else { throw Refusal(.conflict, "refusal.mandateOver") }
            let token = Token()
            try MandateLinks(scope).insert(token.hash, to: id, now: now)
            try journal(.printed, by: actor.person, on: mandate, for: "mandate_letter", in: scope)
            let hearer = try mandate.confirmation.flatMap { try People(scope).find($0.by) }
            return (try line(mandate, in: scope), hearer?.shownName, token, now)
        }
    }
}

extension Mandating {
    /// In full, as it stands on paper.
    public func address(of link: Token, in town: Town) -> String { "\(house.base(of: town))/mandat/\(link.text)" }
}
