import Domain
import Persistence
import Secrets

/// Half-written forms of people without an account, kept for two hours behind a cookie.
public struct DraftBox: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public func find(_ token: Token, kind: String, in town: Town) async throws -> [String: String]? {
        let now = house.world.now()
        return try await house.read(town) { try Drafts($0).find(token.hash, kind: kind, now: now) }
    }

    /// Keeps the fields under `token`, or under a new one, and answers it.
    public func save(_ fields: [String: String], kind: String, token: Token?, in town: Town) async throws -> Token {
        let token = token ?? Token()
        let expiry = house.world.now() + .hours(2)
        try await house.write(town) { try Drafts($0).save(fields, hash: token.hash, kind: kind, expiresAt: expiry) }
        return token
    }

    public func delete(_ token: Token, in town: Town) async throws {
        try await house.write(town) { try Drafts($0).delete(token.hash) }
    }
}
