import Database
import Domain
import Secrets

/// New addresses that wait for their proof: one per person, the last one asked for.
public struct EmailChanges {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func put(_ email: EmailAddress, of person: ID<Person>, id: [UInt8], hash: [UInt8], now: Moment, expiresAt: Moment) throws {
        try scope.sql.run("/* EmailChanges.put */ DELETE FROM email_changes WHERE town_id = \(scope.town) AND person_id = \(person)")
        let sealed = try scope.sealer(.people).seal(email.text, "email_changes", "email", id)
        try scope.sql.run(
            """
            /* EmailChanges.put */ INSERT INTO email_changes (town_id, id, person_id, email, token_hash, created_at, expires_at)
            VALUES (\(scope.town), \(id), \(person), \(sealed), \(hash), \(now), \(expiresAt))
            """)
    }

    /// One that still waits, by the hash of its link's token.
    public func find(_ hash: [UInt8], now: Moment) throws -> (person: ID<Person>, email: EmailAddress)? {
        try first(
            """
            /* EmailChanges.find */ SELECT id, person_id, email FROM email_changes
            WHERE town_id = \(scope.town) AND token_hash = \(hash) AND expires_at > \(now)
            """)
    }

    /// The one of a person that still waits.
    public func find(of person: ID<Person>, now: Moment) throws -> EmailAddress? {
        try first(
            """
            /* EmailChanges.findOf */ SELECT id, person_id, email FROM email_changes
            WHERE town_id = \(scope.town) AND person_id = \(person) AND expires_at > \(now)
            """)?.email
    }

    public func delete(_ hash: [UInt8]) throws {
        try scope.sql.run("/* EmailChanges.delete */ DELETE FROM email_changes WHERE town_id = \(scope.town) AND token_hash = \(hash)")
    }

    public func deleteExpired(now: Moment) throws {
        try scope.sql.run(
            "/* EmailChanges.deleteExpired */ DELETE FROM email_changes WHERE town_id = \(scope.town) AND expires_at <= \(now)")
    }

    private func first(_ query: SQL) throws -> (person: ID<Person>, email: EmailAddress)? {
        var found: (person: ID<Person>, email: EmailAddress)?
        try scope.sql.run(query) { row in
            let id: [UInt8] = try row.next()
            let person: ID<Person> = try row.next()
            let text = try scope.sealer(.people).open(try row.next() as [UInt8]?, "email_changes", "email", id)
            found = text.flatMap(EmailAddress.init).map { (person, $0) }
        }
        return found
    }
}
