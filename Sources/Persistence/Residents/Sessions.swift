import Database
import Domain
import Secrets

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

    /// - Parameter email: the address that was proved, for a session whose person is not known yet.
    public func insert(_ session: Session, hash: [UInt8], email: EmailAddress? = nil) throws {
        let sealed = try scope.sealer(.people).seal(email?.text, "sessions", "email", session.id.bytes)
        let index = try email.map { try People(scope).index(of: $0) }
        try scope.sql.run(
            """
            /* Sessions.insert */ INSERT INTO sessions
              (town_id, id, token_hash, person_id, email, email_index, device, created_at, last_seen_at, expires_at)
            VALUES (\(scope.town), \(session.id), \(hash), \(session.person), \(sealed), \(index), \(session.device),
                    \(session.createdAt), \(session.lastSeenAt), \(session.expiresAt))
            """)
    }

    /// The address proved by somebody who has not said yet who they are.
    public func pendingEmail(of id: ID<Session>) throws -> EmailAddress? {
        let sealed: [UInt8]? = try scope.sql.value(
            """
            /* Sessions.pendingEmail */ SELECT email FROM sessions
            WHERE town_id = \(scope.town) AND id = \(id) AND person_id IS NULL AND email IS NOT NULL
            """)
        return try scope.sealer(.people).open(sealed, "sessions", "email", id.bytes).flatMap(EmailAddress.init)
    }

    /// Those of one person that still hold, the last used first.
    public func open(of person: ID<Person>, now: Moment) throws -> [Session] {
        try list(
            """
            /* Sessions.open */ SELECT id, person_id, device, created_at, last_seen_at, expires_at FROM sessions
            WHERE town_id = \(scope.town) AND person_id = \(person) AND revoked_at IS NULL AND expires_at > \(now)
            ORDER BY last_seen_at DESC, id DESC
            """)
    }

    /// Notes a visit, on the session and on its person.
    public func note(_ session: Session, now: Moment) throws {
        try scope.sql.run(
            "/* Sessions.note */ UPDATE sessions SET last_seen_at = \(now) WHERE town_id = \(scope.town) AND id = \(session.id)")
        try scope.sql.run(
            "/* Sessions.note */ UPDATE people SET last_seen_at = \(now) WHERE town_id = \(scope.town) AND id = \(session.person)")
    }

    public func revoke(hash: [UInt8], now: Moment) throws {
        try scope.sql.run(
            """
            /* Sessions.revoke */ UPDATE sessions SET revoked_at = \(now)
            WHERE town_id = \(scope.town) AND token_hash = \(hash) AND revoked_at IS NULL
            """)
    }

    /// One session of its owner; nothing for anybody else's.
    public func revoke(_ id: ID<Session>, of person: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            """
            /* Sessions.revokeOne */ UPDATE sessions SET revoked_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(id) AND person_id = \(person) AND revoked_at IS NULL
            """)
    }

    public func revokeAll(of person: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            """
            /* Sessions.revokeAll */ UPDATE sessions SET revoked_at = \(now)
            WHERE town_id = \(scope.town) AND person_id = \(person) AND revoked_at IS NULL
            """)
    }

    public func deleteEnded(before moment: Moment) throws {
        try scope.sql.run(
            """
            /* Sessions.deleteEnded */ DELETE FROM sessions
            WHERE town_id = \(scope.town) AND (expires_at <= \(moment) OR revoked_at <= \(moment))
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
