/// A browser that stays signed in: of one town, of one person, until it ends or is revoked.
public struct Session: Sendable, Equatable {
    public var id: ID<Session>
    /// Nil while somebody who shares an address has not said yet who they are.
    public var person: ID<Person>?
    /// « Chrome, Android »: said to the owner, who may revoke it.
    public var device: String
    public var createdAt: Moment
    public var lastSeenAt: Moment
    public var expiresAt: Moment

    public init(id: ID<Session>, person: ID<Person>?, device: String, createdAt: Moment, lastSeenAt: Moment, expiresAt: Moment) {
        self.id = id
        self.person = person
        self.device = device
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        self.expiresAt = expiresAt
    }

    /// Residents stay signed in for thirty days; staff for twelve hours (O-14).
    public static func lifetime(isStaff: Bool) -> Duration { isStaff ? .hours(12) : .days(30) }

    /// Time to say who one is, or to fill in the welcome form.
    public static let pendingLifetime: Duration = .minutes(30)

    /// What would give the account away (its address) is done by somebody who has just signed in (O-14).
    public static let freshness: Duration = .minutes(10)

    /// Whether it still opens: a role granted since shortens it.
    public func holds(isStaff: Bool, now: Moment) -> Bool { now < expiresAt && now < createdAt + Self.lifetime(isStaff: isStaff) }

    /// A visit is noted at most every ten minutes.
    public func isWorthNoting(now: Moment) -> Bool { now - lastSeenAt >= .minutes(10) }
}
