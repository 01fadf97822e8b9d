import Database
import Domain

/// Who was asked whether they still help, and what they said.
public struct ReserveChecks {
    private static let columns: SQL = "id, person_id, CASE WHEN token_hash IS NULL THEN 1 ELSE 0 END, sent_at, answer, answered_at"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// - Parameter hash: of the token in the mail; nil for a call.
    public func insert(_ check: ReserveCheck, tokenHash hash: [UInt8]?) throws {
        try scope.sql.run(
            """
            /* ReserveChecks.insert */ INSERT INTO reserve_checks (town_id, id, person_id, token_hash, sent_at)
            VALUES (\(scope.town), \(check.id), \(check.person), \(hash), \(check.sentAt))
            """)
    }

    public func find(token hash: [UInt8]) throws -> ReserveCheck? {
        try list(
            "/* ReserveChecks.token */ SELECT \(Self.columns) FROM reserve_checks WHERE town_id = \(scope.town) AND token_hash = \(hash)"
        ).first
    }

    /// The call that a referent is to make, or made.
    public func call(to person: ID<Person>) throws -> ReserveCheck? {
        try list(
            """
            /* ReserveChecks.call */ SELECT \(Self.columns) FROM reserve_checks
            WHERE town_id = \(scope.town) AND person_id = \(person) AND token_hash IS NULL
            """
        ).first
    }

    /// Newest first.
    public func of(_ person: ID<Person>) throws -> [ReserveCheck] {
        try list(
            """
            /* ReserveChecks.of */ SELECT \(Self.columns) FROM reserve_checks
            WHERE town_id = \(scope.town) AND person_id = \(person) ORDER BY sent_at DESC, id DESC
            """)
    }

    public func answer(_ id: ID<ReserveCheck>, _ answer: ReserveCheck.Answer, now: Moment) throws {
        try scope.sql.run(
            """
            /* ReserveChecks.answer */ UPDATE reserve_checks SET answer = \(answer), answered_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(id)
            """)
    }

    /// Mails of long ago; a call stays, so that nobody is called twice.
    public func forget(before limit: Moment) throws {
        try scope.sql.run(
            """
            /* ReserveChecks.forget */ DELETE FROM reserve_checks
            WHERE town_id = \(scope.town) AND sent_at < \(limit) AND token_hash IS NOT NULL
            """)
    }

    private func list(_ query: SQL) throws -> [ReserveCheck] {
        var checks: [ReserveCheck] = []
        try scope.sql.run(query) { row in
            var check = ReserveCheck(id: try row.next(), person: try row.next(), isByVoice: try row.next(), sentAt: try row.next())
            check.answer = try row.next()
            check.answeredAt = try row.next()
            checks.append(check)
        }
        return checks
    }
}
