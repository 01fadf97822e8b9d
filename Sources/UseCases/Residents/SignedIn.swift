import Domain
import Persistence
import Secrets

/// From a cookie to a person: a session of this town that still holds.
public struct SignedIn: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public func viewer(_ token: Token, in town: Town) async throws -> Viewer? {
        let now = house.world.now()
        let found = try await house.read(town) { scope -> (Session, Viewer)? in
            guard let session = try Sessions(scope).find(token.hash, now: now), let id = session.person,
                let person = try People(scope).find(id), person.hasAccount
            else { return nil }
            let roles = try Roles(scope).acting(id, at: now)
            return (session, Viewer(person: person, roles: roles, session: session.id, signedInAt: session.createdAt))
        }
        guard let (session, viewer) = found, session.holds(isStaff: viewer.actor.isStaff, now: now) else { return nil }
        if session.isWorthNoting(now: now) {
            // Nobody is turned away because the note of a visit could not be written.
            try? await house.write(town) { [house] scope in
                try Sessions(scope).note(session, now: now)
                try ReserveTurn(house: house, town: town, scope: scope, now: now).wake(viewer.person.id)
            }
        }
        return viewer
    }

    /// Ends the session of this browser.
    public func end(_ token: Token, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town) { try Sessions($0).revoke(hash: token.hash, now: now) }
    }
}
