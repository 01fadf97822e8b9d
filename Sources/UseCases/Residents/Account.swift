import Domain
import Localization
import Persistence

/// What people see and change of their own account.
public struct Account: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Overview: Sendable {
        public var person: Person
        public var helper: Helper?
        public var sessions: [Session]
        /// Whether their new contacts are, or once were, stopped.
        public var wasStopped: Bool
        public var now: Moment
    }

    public func overview(of viewer: Viewer, in town: Town) async throws -> Overview {
        let now = house.world.now()
        return try await house.read(town) { scope in
            Overview(
                person: viewer.person, helper: try Helpers(scope).find(viewer.person.id),
                sessions: try Sessions(scope).open(of: viewer.person.id, now: now),
                wasStopped: try !ContactStops(scope).of(try Stopping.Rows.of(viewer.person, in: scope)).isEmpty, now: now)
        }
    }

    /// A helper's quartier follows the person's.
    public func save(_ form: ProfileForm, of viewer: Viewer, in facts: TownFacts) async throws {
        let finding = try await place(form, in: facts)
        try await house.write(facts.town) { scope in
            guard var person = try People(scope).find(viewer.person.id) else { throw Refusal.notFound }
            try form.change(&person, facts.neighbourhoods, finding, languages: Language.allCases.map(\.rawValue))
            try People(scope).save(person)
            if var helper = try Helpers(scope).find(person.id), helper.neighbourhood != person.neighbourhood {
                helper.neighbourhood = person.neighbourhood
                try Helpers(scope).save(helper)
            }
        }
    }

    /// What the base says of the address that was typed, so that the page can propose.
    public func place(_ form: ProfileForm, in facts: TownFacts) async throws -> PlaceFinding? {
        try await Placing(house).finding(PlaceForm(form.fields), in: facts)
    }

    public func endSession(_ id: ID<Session>, of viewer: Viewer, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town) { try Sessions($0).revoke(id, of: viewer.person.id, now: now) }
    }

    /// Signs out everywhere, this browser included.
    public func endAllSessions(of viewer: Viewer, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town) { try Sessions($0).revokeAll(of: viewer.person.id, now: now) }
    }

    /// One's own requests, newest first; those made before the account with the same address and first name included.
    public func requests(of viewer: Viewer, in town: Town) async throws -> [HelpRequest] {
        try await house.read(town) { scope in
            try Selves(scope).of(viewer.person).flatMap { try HelpRequests(scope).of(asker: $0.id) }.sorted { $0.id > $1.id }
        }
    }
}
