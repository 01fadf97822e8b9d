/// What a person may do in a town beyond helping and asking; by invitation only.
public struct Role: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Codable { case referent, moderator, administrator, dpo, `operator` }

    public var kind: Kind
    /// The quartier of a referent; nil is the whole town.
    public var neighbourhood: ID<Neighbourhood>?

    public init(_ kind: Kind, neighbourhood: ID<Neighbourhood>? = nil) {
        self.kind = kind
        self.neighbourhood = neighbourhood
    }

    public func covers(_ place: ID<Neighbourhood>?) -> Bool { neighbourhood == nil || neighbourhood == place }
}

/// Who is asking: facts of this request, never services.
public struct Actor: Sendable, Equatable {
    /// Nil for a visitor.
    public var person: ID<Person>?
    public var roles: [Role]

    public init(person: ID<Person>? = nil, roles: [Role] = []) {
        self.person = person
        self.roles = roles
    }

    public static let visitor = Actor()

    public func has(_ kind: Role.Kind) -> Bool { roles.contains { $0.kind == kind } }

    /// Referents see their own quartiers, administrators every quartier of the town.
    public func mayGuide(_ place: ID<Neighbourhood>?) -> Bool {
        has(.administrator) || roles.contains { $0.kind == .referent && $0.covers(place) }
    }

    public var isStaff: Bool { !roles.isEmpty }
}
