import Domain
import Persistence

/// What referents see and do about a helper's trust: in their own quartiers; administrators in all.
extension Trust {
    public struct Dossier: Sendable {
        public var person: Person
        public var helper: Helper
        public var grants: [TrustGrant]
        /// Those who granted.
        public var granters: [ID<Person>: Person]
        public var now: Moment
    }

    /// Helpers who asked to be met, longest waiting first.
    public func askingToMeet(by actor: Actor, in town: Town) async throws -> [(person: Person, helper: Helper)] {
        let now = house.world.now()
        return try await house.write(town) { [house] scope in
            let helpers = try Helpers(scope).askingToMeet().filter { actor.mayGuide($0.neighbourhood) }
            let people = try People(scope).find(helpers.map(\.person))
            for helper in helpers {
                let entry = JournalEntry(
                    at: now, actor: actor.person, action: .readContact, subjectKind: "people", subject: helper.person.bytes,
                    purpose: "trust")
                try Journal(scope).append(entry, id: house.world.id())
            }
            return helpers.compactMap { helper in people[helper.person].map { ($0, helper) } }
        }
    }

    /// Helpers of one's quartiers with exactly this address or number.
    public func search(_ search: ContactSearch, by actor: Actor, in town: Town) async throws -> [Person] {
        let now = house.world.now()
        return try await house.write(town) { [house] scope in
            let entry = JournalEntry(
                at: now, actor: actor.person, action: .searched, subjectKind: "people", subject: nil, purpose: "trust")
            try Journal(scope).append(entry, id: house.world.id())
            let people =
                switch search {
                case .email(let email): try People(scope).residents(with: email)
                case .phone(let phone): try People(scope).withPhone(phone)
                }
            return try people.filter { person in
                try Helpers(scope).find(person.id).map { actor.mayGuide($0.neighbourhood) } ?? false
            }
        }
    }

    /// One helper; reading it is journaled.
    public func dossier(_ id: ID<Person>, by actor: Actor, in town: Town) async throws -> Dossier {
        let now = house.world.now()
        return try await house.write(town) { scope in
            let (person, helper) = try guided(id, by: actor, in: scope)
            let grants = try TrustGrants(scope).of(id)
            try journal(.readContact, actor, id, "trust", in: scope)
            return Dossier(
                person: person, helper: helper, grants: grants, granters: try People(scope).find(grants.map(\.grantedBy)), now: now)
        }
    }

    /// The referent met the helper.
    public func grant(_ form: MeetingForm, to id: ID<Person>, by actor: Actor, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town, listings: true) { scope in
            guard let granter = actor.person, granter != id else { throw Refusal(.forbidden, "refusal.ownTrust") }
            var (person, helper) = try guided(id, by: actor, in: scope)
            let (tier, metOn) = try form.read(helper, now: now, in: town.timeZone)
            let grants = TrustGrants(scope)
            let held = try grants.of(id).contains { $0.revokedAt == nil && $0.tier == tier && $0.metOn == metOn }
            guard !held else { return }
            try grants.insert(
                TrustGrant(id: house.world.id(), person: id, tier: tier, metOn: metOn, grantedBy: granter, grantedAt: now))
            helper.tier = helper.tier(granted: try grants.of(id))
            helper.meetingAskedAt = nil
            try Helpers(scope).save(helper)
            try journal(.granted, actor, id, "trust", in: scope)
            try TrustLetters(house: house, town: town).granted(tier, to: person, in: scope)
        }
    }

    /// Takes back every tier that was granted: the helper is at the door again. One tap, no reason asked.
    public func revoke(from id: ID<Person>, by actor: Actor, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town, listings: true) { scope in
            var (person, helper) = try guided(id, by: actor, in: scope)
            guard try TrustGrants(scope).revokeAll(of: id, by: actor.person, now: now) > 0 else { return }
            helper.tier = helper.tier(granted: [])
            try Helpers(scope).save(helper)
            try journal(.revoked, actor, id, "trust", in: scope)
            try TrustLetters(house: house, town: town).revoked(to: person, in: scope)
        }
    }

    /// A parent's written authorisation was seen, or holds no longer (B-08). No copy is kept.
    public func authorise(_ isSeen: Bool, minor id: ID<Person>, by actor: Actor, in town: Town) async throws {
        try await house.write(town, listings: true) { scope in
            guard actor.person != id else { throw Refusal(.forbidden, "refusal.ownTrust") }
            var (_, helper) = try guided(id, by: actor, in: scope)
            guard helper.isMinor, helper.hasParentalAuthorisation != isSeen else { return }
            helper.hasParentalAuthorisation = isSeen
            try Helpers(scope).save(helper)
            try journal(isSeen ? .granted : .revoked, actor, id, "parental_authorisation", in: scope)
        }
    }

    private func guided(_ id: ID<Person>, by actor: Actor, in scope: TownTransaction) throws -> (Person, Helper) {
        guard let helper = try Helpers(scope).find(id), actor.mayGuide(helper.neighbourhood), let person = try People(scope).find(id) else {
            throw Refusal.notFound
        }
        return (person, helper)
    }

    private func journal(
        _ action: JournalEntry.Action, _ actor: Actor, _ id: ID<Person>, _ purpose: String, in scope: TownTransaction
    ) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: action, subjectKind: "people", subject: id.bytes, purpose: purpose)
        try Journal(scope).append(entry, id: house.world.id())
    }
}
