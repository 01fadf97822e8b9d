import Domain
import Persistence

/// Wanting nothing more to do with somebody whom one met through a match. The other is never told, whatever they try.
public struct Blocking: Sendable {
    /// One whom somebody has blocked.
    public struct Blocked: Sendable {
        public var block: Block
        /// First name and initial.
        public var name: String
    }

    let house: House

    public init(_ house: House) { self.house = house }

    /// Whom one is about to block.
    /// - Throws: `notFound` for whoever is neither of the two.
    public func name(through door: ConversationDoor, in facts: TownFacts) async throws -> String {
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            guard let other = try People(scope).find(try door.seat(in: scope, now: now, evenWithdrawn: true).other) else {
                throw Refusal.notFound
            }
            return other.shownName
        }
    }

    /// Ends what runs between the two and keeps them apart from now on. Harmless when it was done already.
    public func block(through door: ConversationDoor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            let seat = try door.seat(in: scope, now: now, evenWithdrawn: true)
            guard !seat.isUnderMandate else { throw Refusal.notFound }
            guard seat.me != seat.other else { return }
            // An organisation is no person to be kept apart from; its turn is over all the same.
            if seat.match.origin != .organisation {
                try Blocks(scope).insert(Block(id: house.world.id(), blocker: seat.me, blocked: seat.other, createdAt: now))
            }
            try end(seat, facts.town, in: scope, now: now)
        }
    }

    /// To the helper the request is over, in the words of any request that is taken back; the asker hears that others are asked.
    private func end(_ seat: ConversationDoor.Seat, _ town: Town, in scope: TownTransaction, now: Moment) throws {
        var request = seat.request
        guard seat.match.status == .active, request.status == .matched else { return }
        try OutcomeQuestion.cancel(for: seat.match.id, in: scope)
        try Matching(house).withdraw(seat.match, of: &request, town: town, in: scope, now: now, isTold: seat.side == .helper)
        if seat.side == .asker { try RequestClosing(house).tellHelper(of: seat.match, about: request, town, in: scope) }
    }

    public func list(of person: ID<Person>, in facts: TownFacts) async throws -> [Blocked] {
        try await house.read(facts.town) { scope in
            let blocks = try Blocks(scope).of(person)
            let people = try People(scope).find(blocks.map(\.blocked))
            return blocks.map { Blocked(block: $0, name: people[$0.blocked]?.shownName ?? "") }
        }
    }

    /// Harmless for a block that is gone or somebody else's.
    public func unblock(_ id: ID<Block>, by actor: Actor, in facts: TownFacts) async throws {
        guard let person = actor.person else { throw Refusal.signInFirst }
        try await house.write(facts.town) { try Blocks($0).delete(id, of: person) }
    }
}
