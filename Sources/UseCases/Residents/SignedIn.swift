import Domain
import Persistence
import Secrets

/// From a cookie to a person: a session of this town that still holds.
public struct SignedIn: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public func viewer(_ token: Token, in town: Town) async throws -> Viewer? {
        let now = house.world.now()
        return try await house.read(town) { scope in
            guard let session = try Sessions(scope).find(token.hash, now: now), let id = session.person,
                let person = try People(scope).find(id), person.hasAccount
            else { return nil }
            return Viewer(person: person, roles: try Roles(scope).of(id), session: session.id)
        }
    }
}
