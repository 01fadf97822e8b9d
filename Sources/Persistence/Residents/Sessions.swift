import Database
import Domain

/// Sessions of a town, found by the hash of the cookie's token.
public struct Sessions {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func find(_ hash: [UInt8], now: Moment) throws -> Session? {
        try list(
            """
            /* Sessions.find */ SELECT id, person_id, device, created_at, last_seen_at, expires_at FROM sessions
            WHERE town_id = \(scope.town) AND token_hash = \(hash) AND revoked_at IS NULL AND expires_at > \(now)
            """
        ).first
    }

    public func insert(_ session: Session, hash: [UInt8]) throws {
        try scope.sql.run(
            """
            /* Sessions.insert */ INSERT INTO sessions (town_id, id, token_hash, person_id, device, created_at, last_seen_at, expires_at)
            VALUES (\(scope.town), \(session.id), \(hash), \(session.person), \(session.device), \(session.createdAt),
                    \(session.lastSeenAt), \(session.expiresAt))
            """)
    }

    func list(_ query: SQL) throws -> [Session] {
        var sessions: [Session] = []
        try scope.sql.run(query) { row in
            sessions.append(
                Session(
                    id: try row.next(), person: try row.next(), device: try row.next(), createdAt: try row.next(),
                    lastSeenAt: try row.next(), expiresAt: try row.next()))
        }
        return sessions
    }
}
