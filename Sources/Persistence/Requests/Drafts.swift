import Domain
import Database
import Secrets

/// Half-written forms, so that going back or coming back loses nothing; found by the hash of a cookie, forgotten after a while.
public struct Drafts {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func find(_ hash: [UInt8], kind: String, now: Moment) throws -> [String: String]? {
        let sealer = try scope.sealer(.requests)
        var fields: [String: String]?
        try scope.sql.run(
            """
            /* Drafts.find */ SELECT id, body FROM drafts
            WHERE town_id = \(scope.town) AND token_hash = \(hash) AND kind = \(kind) AND expires_at > \(now)
            """
        ) { row in
            let id: [UInt8] = try row.next()
            fields = try JSONColumn.read(try sealer.open(try row.next(), table: "drafts", column: "body", row: id))
        }
        return fields
    }

    public func save(_ fields: [String: String], hash: [UInt8], kind: String, expiresAt: Moment) throws {
        // The hash of the cookie is the row's identity, so that saving again needs no look-up.
        let id = Array(hash.prefix(16))
        let body = try scope.sealer(.requests).seal(try JSONColumn.write(fields), table: "drafts", column: "body", row: id)
        try scope.sql.run(
            """
            /* Drafts.save */ INSERT INTO drafts (town_id, id, token_hash, kind, body, expires_at)
            VALUES (\(scope.town), \(id), \(hash), \(kind), \(body), \(expiresAt))
            ON CONFLICT (town_id, id) DO UPDATE SET body = excluded.body, expires_at = excluded.expires_at
            """)
    }

    public func delete(_ hash: [UInt8]) throws {
        try scope.sql.run("/* Drafts.delete */ DELETE FROM drafts WHERE town_id = \(scope.town) AND token_hash = \(hash)")
    }

    public func deleteExpired(now: Moment) throws {
        try scope.sql.run("/* Drafts.deleteExpired */ DELETE FROM drafts WHERE town_id = \(scope.town) AND expires_at <= \(now)")
    }
}
