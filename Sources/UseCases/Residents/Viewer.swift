import Domain

/// Who looks at a page: nobody known, or a person with a session of this town.
public struct Viewer: Sendable, Equatable {
    public var person: Person
    public var roles: [Role]
    public var session: ID<Session>
    public var signedInAt: Moment

    public init(person: Person, roles: [Role], session: ID<Session>, signedInAt: Moment) {
        self.person = person
        self.roles = roles
        self.session = session
        self.signedInAt = signedInAt
    }

    public var actor: Actor { Actor(person: person.id, roles: roles) }
}
