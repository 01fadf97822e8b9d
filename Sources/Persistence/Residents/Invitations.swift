import Database
import Domain
import Secrets

/// Invitations of a town, found by the hash of the link's token or of the letter's code.
public struct Invitations {
    static let columns: SQL = "id, kind, neighbourhood_id, person_id, email, invited_by, created_at, expires_at"
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    /// A code is short enough to be guessed from its plain hash, so the town's key goes into it.
    public func hash(of code: InvitationCode) -> [UInt8] { sealer.codeHash(code.text, field: "invitation") }

    public func insert(_ invitation: Invitation, hash: [UInt8]) throws {
        let index = try invitation.email.map { try People(scope).index(of: $0) }
        try scope.sql.run(
            """
            /* Invitations.insert */ INSERT INTO invitations (town_id, id, kind, neighbourhood_id, person_id, email, email_index, token_hash,
              invited_by, created_at, expires_at)
            VALUES (\(scope.town), \(invitation.id), \(invitation.kind), \(invitation.neighbourhood), \(invitation.person),
              \(try sealer.seal(invitation.email?.text, "invitations", "email", invitation.id.bytes)), \(index), \(hash),
              \(invitation.invitedBy), \(invitation.createdAt), \(invitation.expiresAt))
            """)
    }

    /// One that can still be accepted, by the code of its letter: printed before a rotation of keys, or by a version that indexed codes.
    public func find(_ code: InvitationCode, now: Moment) throws -> Invitation? {
        let hashes = sealer.codeHashes(code.text, field: "invitation") + sealer.blindIndexes(code.text, field: "invitation")
        return try find(anyOf: hashes, now: now)
    }

    /// The same, by the hash of its link's token.
    public func find(_ hash: [UInt8], now: Moment) throws -> Invitation? { try find(anyOf: [hash], now: now) }

    private func find(anyOf hashes: [[UInt8]], now: Moment) throws -> Invitation? {
        try list(
            """
            /* Invitations.find */ SELECT \(Self.columns) FROM invitations
            WHERE town_id = \(scope.town) AND token_hash IN \(list: hashes) AND accepted_at IS NULL AND expires_at > \(now)
            """
        ).first
    }

    /// Roles that are held out, newest first.
    public func openRoles(now: Moment) throws -> [Invitation] {
        try list(
            """
            /* Invitations.openRoles */ SELECT \(Self.columns) FROM invitations
            WHERE town_id = \(scope.town) AND kind <> 'helper' AND accepted_at IS NULL AND expires_at > \(now)
            ORDER BY created_at DESC, id DESC LIMIT 200
            """)
    }

    /// Roles held out to one address.
    public func openRoles(for email: EmailAddress, now: Moment) throws -> [Invitation] {
        try list(
            """
            /* Invitations.openRolesFor */ SELECT \(Self.columns) FROM invitations
            WHERE town_id = \(scope.town) AND email_index IN \(list: try People(scope).indexes(of: email)) AND kind <> 'helper'
              AND accepted_at IS NULL AND expires_at > \(now)
            """)
    }

    /// Whether a helper still has one to answer.
    public func isOpen(for person: ID<Person>, now: Moment) throws -> Bool {
        let count: Int? = try scope.sql.value(
            """
            /* Invitations.isOpen */ SELECT count(*) FROM invitations
            WHERE town_id = \(scope.town) AND person_id = \(person) AND accepted_at IS NULL AND expires_at > \(now)
            """)
        return count != 0
    }

    public func accept(_ id: ID<Invitation>, now: Moment) throws {
        try scope.sql.run(
            "/* Invitations.accept */ UPDATE invitations SET accepted_at = \(now) WHERE town_id = \(scope.town) AND id = \(id)")
    }

    public func delete(_ id: ID<Invitation>) throws {
        try scope.sql.run("/* Invitations.delete */ DELETE FROM invitations WHERE town_id = \(scope.town) AND id = \(id)")
    }

    public func deleteExpired(now: Moment) throws {
        try scope.sql.run("/* Invitations.deleteExpired */ DELETE FROM invitations WHERE town_id = \(scope.town) AND expires_at <= \(now)")
    }

    private func list(_ query: SQL) throws -> [Invitation] {
        var invitations: [Invitation] = []
        try scope.sql.run(query) { row in
            let id: ID<Invitation> = try row.next()
            let (kind, place): (Invitation.Kind, ID<Neighbourhood>?) = (try row.next(), try row.next())
            let person: ID<Person>? = try row.next()
            let email = try sealer.open(try row.next() as [UInt8]?, "invitations", "email", id.bytes)
            let inviter: ID<Person>? = try row.next()
            var invitation = Invitation(
                id: id, kind: kind, neighbourhood: place, person: person, email: email.flatMap(EmailAddress.init), invitedBy: inviter,
                createdAt: try row.next())
            invitation.expiresAt = try row.next()
            invitations.append(invitation)
        }
        return invitations
    }
}
