import Domain
import Localization
import Persistence
import Secrets

/// Roles are held out by a mail, taken up by its link, and taken back by an administrator.
public struct Inviting: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Board: Sendable {
        public struct Member: Sendable {
            public var id: ID<Role>
            public var person: Person
            public var role: Role
            public var since: Moment
        }

        public var members: [Member]
        public var invitations: [Invitation]
    }

    public func board(by actor: Actor, in town: Town) async throws -> Board {
        try administrator(actor)
        let now = house.world.now()
        return try await house.read(town) { scope in
            let held = try StaffListing(scope).all()
            let people = try People(scope).find(Array(Set(held.map(\.person))))
            let members = held.compactMap { one in
                people[one.person].map { Board.Member(id: one.id, person: $0, role: one.role, since: one.since) }
            }
            return Board(members: members, invitations: try Invitations(scope).openRoles(now: now))
        }
    }

    /// Writes to somebody. The same invitation twice within a minute is one; later it replaces the one before.
    public func invite(_ form: InvitationForm, by viewer: Viewer, in facts: TownFacts) async throws {
        try administrator(viewer.actor)
        let invited = try form.read(facts.neighbourhoods)
        guard let kind = Invitation.Kind(rawValue: invited.role.kind.rawValue) else { throw Refusal.notFound }
        let (token, now) = (Token(), house.world.now())
        let invitation = Invitation(
            id: house.world.id(), kind: kind, neighbourhood: invited.role.neighbourhood, email: invited.email, invitedBy: viewer.person.id,
            createdAt: now)
        try await house.write(facts.town) { [house] scope in
            let invitations = try Invitations(scope)
            let same = try invitations.openRoles(for: invited.email, now: now).filter { $0.role == invited.role }
            guard !same.contains(where: { now - $0.createdAt < .minutes(1) }) else { return }
            for old in same { try invitations.delete(old.id) }
            try invitations.insert(invitation, hash: token.hash)
            try InvitationLetters(house: house, facts: facts).role(invited.role, from: viewer.person, to: invited.email, token, in: scope)
            try journal(.granted, viewer.actor, invitation.id.bytes, "invitation", in: scope)
        }
    }

    public func withdraw(_ id: ID<Invitation>, by actor: Actor, in town: Town) async throws {
        try administrator(actor)
        let now = house.world.now()
        try await house.write(town) { scope in
            guard try Invitations(scope).openRoles(now: now).contains(where: { $0.id == id }) else { return }
            try Invitations(scope).delete(id)
            try journal(.revoked, actor, id.bytes, "invitation", in: scope)
        }
    }

    /// Takes a role back. A town always keeps an administrator; what somebody owned goes to the next owner.
    public func revoke(_ id: ID<Role>, by actor: Actor, in town: Town) async throws {
        try administrator(actor)
        let now = house.world.now()
        try await house.write(town) { [house] scope in
            guard let member = try StaffListing(scope).find(id) else { return }
            let administrators = try StaffListing(scope).all().filter { $0.role.kind == .administrator }
            if member.role.kind == .administrator, Set(administrators.map(\.person)).count == 1 {
                throw Refusal(.conflict, "refusal.lastAdministrator")
            }
            try Roles(scope).revoke(id, now: now)
            try AbsenceTurn(house: house, town: town, scope: scope, now: now).forget(member.person)
            try Ownership.leaveRoster(member.person, now: now, in: scope)
            try Ownership.reassign(from: member.person, now: now, in: scope)
            try journal(.revoked, actor, member.person.bytes, member.role.kind.rawValue, in: scope)
        }
    }

    private func administrator(_ actor: Actor) throws {
        guard actor.has(.administrator) else { throw Refusal.notFound }
    }

    func journal(
        _ action: JournalEntry.Action, _ actor: Actor, _ subject: [UInt8], _ purpose: String, in scope: TownTransaction
    ) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: action, subjectKind: purpose == "invitation" ? "invitations" : "people",
            subject: subject, purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
