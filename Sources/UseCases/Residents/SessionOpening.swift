import Domain
import Persistence
import Secrets

/// The browser that signs in.
public struct Browser: Sendable {
    /// « Chrome, Android »
    public var device: String
    /// The session it had before, which ends: a session's secret is new at each sign-in (O-14).
    public var previous: Token?

    public init(device: String, previous: Token? = nil) {
        self.device = device
        self.previous = previous
    }
}

/// A session that was just opened, and what its holder has to do next.
public struct Entry: Sendable {
    public enum Next: Sendable, Equatable {
        /// Signed in.
        case inside
        /// Several persons share the address: one says who one is.
        case choice
        /// Nobody has this address yet: the welcome form.
        case welcome
    }

    public var session: Token
    /// Seconds that the cookie lasts.
    public var seconds: Int
    public var next: Next
    public var returnPath: String?
}

struct SessionOpening {
    let house: House
    let town: Town

    func open(provedBy email: EmailAddress, _ browser: Browser, in scope: TownTransaction) throws -> Entry {
        let residents = try People(scope).residents(with: email)
        if residents.count == 1 { return try open(for: residents[0].id, browser, in: scope) }
        return try write(
            nil, email: email, lasting: Session.pendingLifetime, browser, next: residents.isEmpty ? .welcome : .choice, in: scope)
    }

    func open(for person: ID<Person>, _ browser: Browser, in scope: TownTransaction) throws -> Entry {
        let isStaff = try !Roles(scope).of(person).isEmpty
        let now = house.world.now()
        try People(scope).noteSeen(person, now: now)
        try ReserveTurn(house: house, town: town, scope: scope, now: now).wake(person)
        return try write(person, email: nil, lasting: Session.lifetime(isStaff: isStaff), browser, next: .inside, in: scope)
    }

    private func write(
        _ person: ID<Person>?, email: EmailAddress?, lasting lifetime: Duration, _ browser: Browser, next: Entry.Next,
        in scope: TownTransaction
    ) throws -> Entry {
        let now = house.world.now()
        let sessions = Sessions(scope)
        if let previous = browser.previous { try sessions.revoke(hash: previous.hash, now: now) }
        let token = Token()
        let session = Session(
            id: house.world.id(), person: person, device: browser.device, createdAt: now, lastSeenAt: now, expiresAt: now + lifetime)
        try sessions.insert(session, hash: token.hash, email: email)
        return Entry(session: token, seconds: Int(lifetime.components.seconds), next: next)
    }
}
