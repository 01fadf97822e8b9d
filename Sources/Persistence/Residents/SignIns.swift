import Database
import Domain
import Secrets

/// Sign-ins under way: found by the link's token, or by the browser in which they were asked for.
public struct SignIns {
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    /// The hashes of the three secrets of a sign-in.
    public struct Hashes: Sendable {
        public var token: [UInt8]
        public var code: [UInt8]
        public var browser: [UInt8]

        public init(token: [UInt8], code: [UInt8], browser: [UInt8]) {
            self.token = token
            self.code = code
            self.browser = browser
        }
    }

    public func insert(_ signIn: SignIn, _ hashes: Hashes) throws {
        try scope.sql.run(
            """
            /* SignIns.insert */ INSERT INTO sign_ins (town_id, id, email, email_index, token_hash, code_hash, browser_hash, return_path,
              created_at, expires_at, attempts)
            VALUES (\(scope.town), \(signIn.id), \(try sealer.seal(signIn.email.text, table: "sign_ins", column: "email", row: signIn.id.bytes)),
              \(try index(of: signIn.email)), \(hashes.token), \(hashes.code), \(hashes.browser), \(signIn.returnPath),
              \(signIn.createdAt), \(signIn.expiresAt), \(signIn.attempts))
            """)
    }

    /// One that still opens, by the hash of its link's token.
    public func find(token hash: [UInt8], now: Moment) throws -> SignIn? {
        try list(
            """
            /* SignIns.token */ SELECT id, email, return_path, created_at, attempts, code_hash FROM sign_ins
            WHERE town_id = \(scope.town) AND token_hash = \(hash) AND used_at IS NULL AND expires_at > \(now)
            """
        ).first?.signIn
    }

    /// Those that still open of one browser, newest first, each with the hash of its code: who asked twice may type either code.
    public func find(browser hash: [UInt8], now: Moment) throws -> [(signIn: SignIn, code: [UInt8])] {
        try list(
            """
            /* SignIns.browser */ SELECT id, email, return_path, created_at, attempts, code_hash FROM sign_ins
            WHERE town_id = \(scope.town) AND browser_hash = \(hash) AND used_at IS NULL AND expires_at > \(now)
            ORDER BY created_at DESC, id DESC LIMIT 5
            """)
    }

    public func countAttempt(_ ids: [ID<SignIn>]) throws {
        try scope.sql.run(
            "/* SignIns.countAttempt */ UPDATE sign_ins SET attempts = attempts + 1 WHERE town_id = \(scope.town) AND id IN \(list: ids)")
    }

    /// One proof ends every mail that is still under way to that address.
    public func use(_ email: EmailAddress, now: Moment) throws {
        try scope.sql.run(
            """
            /* SignIns.use */ UPDATE sign_ins SET used_at = \(now)
            WHERE town_id = \(scope.town) AND email_index IN \(list: try People(scope).indexes(of: email)) AND used_at IS NULL
            """)
    }

    public func deleteExpired(now: Moment) throws {
        try scope.sql.run("/* SignIns.deleteExpired */ DELETE FROM sign_ins WHERE town_id = \(scope.town) AND expires_at <= \(now)")
    }

    private func index(of email: EmailAddress) throws -> [UInt8] { try People(scope).index(of: email) }

    private func list(_ query: SQL) throws -> [(signIn: SignIn, code: [UInt8])] {
        var found: [(signIn: SignIn, code: [UInt8])] = []
        try scope.sql.run(query) { row in
            let id: ID<SignIn> = try row.next()
            let email = try sealer.open(try row.next(), table: "sign_ins", column: "email", row: id.bytes)
            guard let address = EmailAddress(email) else { throw DatabaseError(.unexpectedValue, "a sign-in's address is none") }
            var signIn = SignIn(id: id, email: address, returnPath: try row.next(), createdAt: try row.next())
            signIn.attempts = try row.next()
            found.append((signIn, try row.next()))
        }
        return found
    }
}
