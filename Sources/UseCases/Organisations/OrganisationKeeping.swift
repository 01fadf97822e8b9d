import Domain
import Persistence

/// The organisations of a town, kept by its administrators; to everybody else there is no such page.
public struct OrganisationKeeping: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Known: Sendable {
        public var organisation: Organisation
        public var ownerName: String
        /// Requests it has accepted and not finished.
        public var held: Int
    }

    /// Who could be answerable for one: everybody with a role in the town.
    public func owners(by actor: Actor, in facts: TownFacts) async throws -> [KnownGuide] {
        try administrator(actor)
        return try await house.read(facts.town) { scope in
            let ids = try StaffListing(scope).all().map(\.person)
            let people = try People(scope).find(Array(Set(ids)))
            return people.values.sorted { ($0.shownName, $0.id) < ($1.shownName, $1.id) }.map { KnownGuide(id: $0.id, name: $0.shownName) }
        }
    }

    public func all(by actor: Actor, in facts: TownFacts) async throws -> [Known] {
        try administrator(actor)
        return try await house.read(facts.town) { scope in
            let organisations = try Organisations(scope).all()
            let held = try Organisations(scope).held()
            let people = try People(scope).find(Array(Set(organisations.map(\.owner))))
            return organisations.map {
                Known(organisation: $0, ownerName: people[$0.owner]?.shownName ?? "", held: held[$0.id] ?? 0)
            }
        }
    }

    public func find(_ id: ID<Organisation>, by actor: Actor, in facts: TownFacts) async throws -> Organisation {
        try administrator(actor)
        return try await house.read(facts.town) { scope in
            guard let organisation = try Organisations(scope).find(id) else { throw Refusal.notFound }
            return organisation
        }
    }

    public func add(_ form: OrganisationForm, by actor: Actor, in facts: TownFacts) async throws {
        try administrator(actor)
        let (id, now): (ID<Organisation>, Moment) = (house.world.id(), house.world.now())
        try await house.write(facts.town) { scope in
            let present = try Organisations(scope).all()
            guard present.count < OrganisationForm.most else {
                throw Refusal.invalid("name", "refusal.tooManyOrganisations", ["most": String(OrganisationForm.most)])
            }
            let new = try form.added(try choices(facts, in: scope), id: id, now: now)
            guard !present.contains(where: { $0.isActive && $0.name == new.name && $0.kind == new.kind }) else {
                throw Refusal.invalid("name", "refusal.organisationKnown")
            }
            try Organisations(scope).save(new)
            try journal(id, for: "added", by: actor, in: scope)
        }
    }

    public func change(_ id: ID<Organisation>, _ form: OrganisationForm, by actor: Actor, in facts: TownFacts) async throws {
        try await change(id, for: "changed", by: actor, in: facts) { try form.changed($0, $1) }
    }

    /// Stops asking it, or asks it again. What it accepted stays its own.
    public func switched(_ id: ID<Organisation>, on isActive: Bool, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await change(id, for: isActive ? "resumed" : "stopped", by: actor, in: facts) { organisation, _ in
            var organisation = organisation
            organisation.switched(on: isActive, at: now)
            return organisation
        }
        if !isActive { try await passOn(id, in: facts) }
    }

    /// What waits for an answer of one that was stopped does not wait longer.
    private func passOn(_ id: ID<Organisation>, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { [house] scope in
            for ask in try OrganisationAsks(scope).open(of: id) {
                try OrganisationNews(house: house, town: facts.town).release(ask, as: .unneeded, in: scope, now: now)
                try Ladder.schedule(ask.request, at: now, in: scope)
            }
        }
    }

    private func change(
        _ id: ID<Organisation>, for purpose: String, by actor: Actor, in facts: TownFacts,
        _ change: @escaping @Sendable (Organisation, OrganisationForm.Choices) throws -> Organisation
    ) async throws {
        try administrator(actor)
        try await house.write(facts.town) { scope in
            guard let present = try Organisations(scope).find(id) else { throw Refusal.notFound }
            let wanted = try change(present, try choices(facts, in: scope))
            guard wanted != present else { return }
            try Organisations(scope).save(wanted)
            try journal(id, for: purpose, by: actor, in: scope)
        }
    }

    private func choices(_ facts: TownFacts, in scope: TownTransaction) throws -> OrganisationForm.Choices {
        OrganisationForm.Choices(
            categories: facts.categories, neighbourhoods: facts.neighbourhoods,
            owners: Set(try StaffListing(scope).all().map(\.person)))
    }

    private func administrator(_ actor: Actor) throws {
        guard actor.has(.administrator) else { throw Refusal.notFound }
    }

    private func journal(_ id: ID<Organisation>, for purpose: String, by actor: Actor, in scope: TownTransaction) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: .changedSettings, subjectKind: "organisations", subject: id.bytes,
            purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
