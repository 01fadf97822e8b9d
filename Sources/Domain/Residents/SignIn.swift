/// A sign-in under way: a mail went to an address, with a link and a code that prove that somebody reads it.
public struct SignIn: Sendable, Equatable {
    /// How long the link and the code open.
    public static let lifetime: Duration = .minutes(15)
    /// Wrong codes after which only a new mail helps.
    public static let mostAttempts = 5

    public var id: ID<SignIn>
    public var email: EmailAddress
    /// Where the person wanted to go, inside the town's site.
    public var returnPath: String?
    public var createdAt: Moment
    public var expiresAt: Moment
    public var attempts: Int

    public init(id: ID<SignIn>, email: EmailAddress, returnPath: String?, createdAt: Moment) {
        self.id = id
        self.email = email
        self.returnPath = returnPath
        self.createdAt = createdAt
        expiresAt = createdAt + Self.lifetime
        attempts = 0
    }
}
