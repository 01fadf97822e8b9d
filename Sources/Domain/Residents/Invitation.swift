/// A role, or a place among the helpers, held out to somebody who has to say yes.
public struct Invitation: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case referent, moderator, administrator, dpo, `operator`
        /// One of the town's volunteers from before, brought in by a file.
        case helper

        /// A role is taken up within a week; a letter takes its time.
        public var lifetime: Duration { self == .helper ? .days(60) : .days(7) }
    }

    public var id: ID<Invitation>
    public var kind: Kind
    /// Of a referent; nil is the whole town.
    public var neighbourhood: ID<Neighbourhood>?
    /// The helper who was brought in; nil for a role.
    public var person: ID<Person>?
    public var email: EmailAddress?
    public var invitedBy: ID<Person>?
    public var createdAt: Moment
    public var expiresAt: Moment

    public init(
        id: ID<Invitation>, kind: Kind, neighbourhood: ID<Neighbourhood>? = nil, person: ID<Person>? = nil, email: EmailAddress? = nil,
        invitedBy: ID<Person>? = nil, createdAt: Moment
    ) {
        self.id = id
        self.kind = kind
        self.neighbourhood = neighbourhood
        self.person = person
        self.email = email
        self.invitedBy = invitedBy
        self.createdAt = createdAt
        expiresAt = createdAt + kind.lifetime
    }

    /// What accepting it grants; nil for a helper.
    public var role: Role? { Role.Kind(rawValue: kind.rawValue).map { Role($0, neighbourhood: neighbourhood) } }
}
