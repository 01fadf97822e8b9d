import Domain
import Persistence

/// All that somebody agreed to, in one place, and taking it back there (G-01).
public struct OwnConsents: Sendable {
    public struct Item: Sendable {
        public var consent: Consent
        /// The exact words; nil for those from before words were kept.
        public var text: ConsentText?
        public var collector: Collector
        /// The request or match that it is about, by its number.
        public var reference: Reference?
    }

    /// Who wrote it down, by role; never by name.
    public enum Collector: Sendable, Equatable {
        case themselves
        case staff(Role.Kind)
        /// Somebody who holds no role any more.
        case town
    }

    let house: House

    public init(_ house: House) { self.house = house }

    /// Newest first; also those given before there was an account.
    public func list(of viewer: Viewer, in facts: TownFacts) async throws -> [Item] {
        try await house.read(facts.town) { scope in
            let selves = try Selves(scope).of(viewer.person)
            let consents = try selves.flatMap { try Consents(scope).all(of: $0.id) }
            return try consents.sorted { ($0.givenAt, $0.id) > ($1.givenAt, $1.id) }.map { try item($0, selves, in: scope) }
        }
    }

    /// - Throws: `notFound` for what is somebody else's.
    public func find(_ id: ID<Consent>, of viewer: Viewer, in facts: TownFacts) async throws -> Item {
        guard let item = try await list(of: viewer, in: facts).first(where: { $0.consent.id == id }) else { throw Refusal.notFound }
        return item
    }

    /// Takes one back, with what follows. Harmless when it was taken back already.
    /// - Throws: `notFound` for what is somebody else's, or was no consent.
    public func withdraw(_ id: ID<Consent>, by viewer: Viewer, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            let consents = Consents(scope)
            let own = try Selves(scope).of(viewer.person).flatMap { try consents.all(of: $0.id) }
            guard let consent = own.first(where: { $0.id == id }), consent.purpose != .notice else { throw Refusal.notFound }
            guard consent.isInForce else { return }
            guard consent.purpose == .charter else { return try consents.withdraw(id, of: consent.person, now: now) }
            for one in own where one.purpose == .charter { try consents.withdraw(one.id, of: one.person, now: now) }
            try leaveCharter(consent.person, in: scope)
        }
    }

    /// Without the charter one helps from afar only (B-06): what asks for more is no longer shown, and nobody asks for it.
    private func leaveCharter(_ person: ID<Person>, in scope: TownTransaction) throws {
        guard var helper = try Helpers(scope).find(person) else { return }
        helper.charterVersion = nil
        helper.charterAcceptedAt = nil
        helper.tier = helper.tier(granted: try TrustGrants(scope).of(person))
        try Helpers(scope).save(helper)
    }

    private func item(_ consent: Consent, _ selves: [Person], in scope: TownTransaction) throws -> Item {
        Item(
            consent: consent, text: try ConsentTexts(scope).find(consent.purpose, consent.textVersion),
            collector: try collector(consent.collectedBy, selves, in: scope), reference: try reference(consent.subject, in: scope))
    }

    private func collector(_ id: ID<Person>?, _ selves: [Person], in scope: TownTransaction) throws -> Collector {
        guard let id, !selves.contains(where: { $0.id == id }) else { return .themselves }
        let roles = try Roles(scope).of(id).map(\.kind)
        return Role.Kind.allCases.first(where: roles.contains).map { .staff($0) } ?? .town
    }

    private func reference(_ subject: [UInt8]?, in scope: TownTransaction) throws -> Reference? {
        guard let subject else { return nil }
        let match = try ID<Match>(bytes: subject).flatMap { try Matches(scope).find($0) }
        let request = match?.request ?? ID<HelpRequest>(bytes: subject)
        return try request.flatMap { try HelpRequests(scope).find($0)?.reference }
    }
}
