import Domain
import Persistence

/// Who answers for a request, when somebody no longer can.
struct Ownership {
    /// Gives the live requests of somebody whose role ended to the next owner of each quartier. Call it in the transaction that revokes,
    /// after the role is gone.
    /// - Throws: `refusal.lastOwner` when nobody would be left to own them: a town always has somebody.
    static func reassign(from person: ID<Person>, now: Moment, in scope: TownTransaction) throws {
        let roles = Roles(scope)
        guard try roles.guide(for: nil, at: now) != nil else { throw Refusal(.conflict, "refusal.lastOwner") }
        let actor = Actor(person: person, roles: try roles.of(person))
        let guides = Guides(scope)
        if actor.roles.isEmpty { try PersonShell(person, scope).handOverOrganisations(now: now) }
        for place in try guides.places(ownedBy: person) where !actor.mayGuide(place) {
            guard let owner = try roles.owner(for: place, at: now) else { throw Refusal(.conflict, "refusal.lastOwner") }
            try guides.move(from: person, to: owner, in: place)
        }
    }

    /// Shifts to come are to be taken by somebody else, once no role is left by which one answers calls.
    static func leaveRoster(_ person: ID<Person>, now: Moment, in scope: TownTransaction) throws {
        guard try !Roles(scope).of(person).contains(where: { Role.Kind.onDuty.contains($0.kind) }) else { return }
        try Duties(scope).release(person, from: now)
    }
}

extension Referents {
    /// Hands a request to another referent or administrator, who is told. To its owner it changes nothing.
    public func hand(_ id: ID<HelpRequest>, to owner: ID<Person>, by actor: Actor, in facts: TownFacts) async throws {
        try await house.write(facts.town) { scope in
            var request = try guided(id, by: actor, in: scope, strictly: true)
            guard try Guides(scope).all().contains(owner) else { throw Refusal.invalid("owner", "refusal.owner") }
            guard request.isLive, request.owner != owner else { return }
            request.owner = owner
            try save(request, in: scope)
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "handed", in: scope)
            if owner != actor.person { try RequestNews(house: house, town: facts.town, request: request).handed(to: owner, in: scope) }
        }
    }

    /// Puts a request that waits for its owner back to the helpers. Harmless when they are being asked already.
    public func restart(_ id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            var request = try guided(id, by: actor, in: scope, strictly: true)
            guard request.status == .open, !request.rung.asksHelpers else { return }
            try Ladder(house).restart(&request, town: facts.town, in: scope, now: now)
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "restarted", in: scope)
        }
    }
}
