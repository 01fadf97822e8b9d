import Domain
import Persistence

/// The communal reserve is called out by the mayor, and stood down; an administrator writes both down (B-05).
public struct ReserveKeeping: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Board: Sendable {
        /// Newest first.
        public var activations: [ReserveActivation]
        /// Who wrote down or ended them, by name.
        public var names: [ID<Person>: String]
        /// Whether there is anybody to ask while one is open.
        public var hasReserve: Bool
        /// On how many days it was called out this year.
        public var year: ReserveYear
        public var now: Moment

        public var open: ReserveActivation? { activations.first { $0.isOpen(at: now) } }
    }

    public func board(by actor: Actor, in facts: TownFacts) async throws -> Board {
        guard actor.has(.administrator) else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let activations = try ReserveActivations(scope).all()
            let ids = activations.flatMap { [$0.recordedBy, $0.closedBy].compactMap(\.self) }
            let people = try People(scope).find(Array(Set(ids)))
            return Board(
                activations: activations, names: people.mapValues(\.shownName),
                hasReserve: try Organisations(scope).active().contains { $0.kind == .communalReserve },
                year: try ReserveDays(town: facts.town, scope: scope).soFar(now), now: now)
        }
    }

    /// This year's days, for the page of an organisation that is the reserve.
    public func year(by actor: Actor, in facts: TownFacts) async throws -> ReserveYear {
        guard actor.has(.administrator) else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { try ReserveDays(town: facts.town, scope: $0).soFar(now) }
    }

    /// The same decision sent twice is one. Who goes on beyond the days of one volunteer says so, and the journal keeps it.
    /// - Throws: fields; `from` where it overlaps one that is open or to come; `beyond` where more days than that were not meant.
    public func callOut(_ form: ReserveActivationForm, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.has(.administrator), let person = actor.person else { throw Refusal.notFound }
        let (id, now): (ID<ReserveActivation>, Moment) = (house.world.id(), house.world.now())
        let decision = try form.read(now: now, in: facts.town.timeZone)
        let activation = ReserveActivation(
            id: id, decidedBy: decision.decidedBy, why: decision.why, from: decision.from, until: decision.until, recordedBy: person,
            recordedAt: now)
        try await house.write(facts.town) { scope in
            let ahead = try ReserveActivations(scope).ahead(of: now)
            guard !ahead.contains(where: { $0.says(activation) }) else { return }
            guard !ahead.contains(where: activation.overlaps) else { throw Refusal.invalid("from", "refusal.activationOverlap") }
            let exceeded = try ReserveDays(town: facts.town, scope: scope).exceeded(by: activation)
            if let exceeded, !form.knowsLimit {
                throw Refusal.invalid(
                    "beyond", "refusal.activationBeyond", ["days": String(exceeded.days), "year": String(exceeded.year)])
            }
            try ReserveActivations(scope).insert(activation)
            try journal(id, for: "reserve_called_out", by: person, in: scope)
            if exceeded != nil { try journal(id, for: "reserve_beyond_limit", by: person, in: scope) }
        }
    }

    /// Ends one before its last day. What the reserve accepted stays its own; what waits for its answer goes on up the ladder.
    public func standDown(_ id: ID<ReserveActivation>, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.has(.administrator), let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town) { [house] scope in
            guard let activation = try ReserveActivations(scope).find(id) else { throw Refusal.notFound }
            guard activation.isAhead(of: now) else { return }
            try ReserveActivations(scope).close(id, by: person, now: now)
            try journal(id, for: "reserve_stood_down", by: person, in: scope)
            guard try !ReserveActivations(scope).isOpen(at: now) else { return }
            for ask in try OrganisationAsks(scope).openOfReserve() {
                try OrganisationNews(house: house, town: facts.town).release(ask, as: .stoodDown, in: scope, now: now)
                try Ladder.schedule(ask.request, at: now, in: scope)
            }
        }
    }

    private func journal(_ id: ID<ReserveActivation>, for purpose: String, by person: ID<Person>, in scope: TownTransaction) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: person, action: .decided, subjectKind: "reserve_activations", subject: id.bytes, purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
