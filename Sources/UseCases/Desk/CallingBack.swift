import Domain
import Persistence

/// Ringing whom the desk has something to say to: one at a time, held by one operator, nobody forgotten.
///
/// To whoever does not run the desk nothing of it exists: `Refusal.notFound`.
public struct CallingBack: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Whom to ring, in order; of people no name.
    public struct Board: Sendable {
        public var queue: CallQueue
        /// Whom this person holds already.
        public var held: DueCaller?
        /// The next whom nobody else is ringing.
        public var next: DueCaller?
        /// Who is ringing, by the name they are known by.
        public var holders: [ID<Person>: String]
        public var now: Moment
    }

    public func board(by actor: Actor, in facts: TownFacts) async throws -> Board {
        guard actor.runsDesk else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let locks = try CallLocks(scope).inForce(now)
            let queue = CallQueue(try CallQueueListing(scope).all(), locks: locks, now: now)
            let own = locks.first { $0.holder == actor.person }
            return Board(
                queue: queue, held: own.flatMap { queue.find($0.caller) }, next: queue.next(for: actor.person, now: now),
                holders: try People(scope).find(locks.map(\.holder)).mapValues(\.shownName), now: now)
        }
    }

    /// Holds the first whom nobody else is ringing; nil when nobody is left.
    public func takeNext(by actor: Actor, in facts: TownFacts) async throws -> CallerKey? {
        guard actor.runsDesk, actor.person != nil else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let queue = CallQueue(try CallQueueListing(scope).all(), locks: try CallLocks(scope).inForce(now), now: now)
            guard let next = queue.next(for: actor.person, now: now) else { return nil }
            try hold(next.key, by: actor, in: scope, now: now)
            return next.key
        }
    }

    /// Holds one caller. Harmless for whoever holds them already.
    /// - Throws: `refusal.callerHeld` while somebody else rings them.
    public func take(_ caller: CallerKey, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.runsDesk, actor.person != nil else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            guard try !CallQueueListing(scope).of(caller).isEmpty else { throw Refusal.notFound }
            try hold(caller, by: actor, in: scope, now: now)
        }
    }

    /// Lets go of whoever is held, without a word about them.
    public func release(by actor: Actor, in facts: TownFacts) async throws {
        guard actor.runsDesk, let person = actor.person else { throw Refusal.notFound }
        try await house.write(facts.town) { try CallLocks($0).release(holder: person) }
    }

    /// Their number is about to be shown: the journal says so, once for as long as they are held.
    private func hold(_ caller: CallerKey, by actor: Actor, in scope: TownTransaction, now: Moment) throws {
        guard let person = actor.person else { throw Refusal.notFound }
        let present = try CallLocks(scope).find(caller, now: now)
        if present?.holds(against: person, now) == true { throw Refusal(.conflict, "refusal.callerHeld") }
        try CallLocks(scope).take(CallLock(caller: caller, holder: person, until: now + CallLock.lifetime))
        guard present == nil else { return }
        let entry = JournalEntry(
            at: now, actor: person, action: .readContact, subjectKind: caller.person == nil ? "call_backs" : "people",
            subject: caller.bytes, purpose: "ring_back")
        try Journal(scope).append(entry, id: house.world.id())
    }
}
