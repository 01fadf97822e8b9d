import Database
import Domain

/// « Tout va bien ? »: what each of a pair was asked, and said.
public struct StandingChecks {
    private static let columns: SQL = "id, request_id, person_id, sent_at, answer, answered_at"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ check: StandingCheck, tokenHash hash: [UInt8]) throws {
        try scope.sql.run(
            """
            /* StandingChecks.insert */ INSERT INTO standing_checks (town_id, id, request_id, person_id, token_hash, sent_at)
            VALUES (\(scope.town), \(check.id), \(check.request), \(check.person), \(hash), \(check.sentAt))
            """)
    }

    public func find(token hash: [UInt8]) throws -> StandingCheck? {
        try list(
            "/* StandingChecks.token */ SELECT \(Self.columns) FROM standing_checks WHERE town_id = \(scope.town) AND token_hash = \(hash)"
        ).first
    }

    public func about(_ person: ID<Person>) throws -> [StandingCheck] {
        try list(
            """
            /* StandingChecks.about */ SELECT \(Self.columns) FROM standing_checks
            WHERE town_id = \(scope.town) AND person_id = \(person) ORDER BY sent_at, id
            """)
    }

    public func answer(_ id: ID<StandingCheck>, _ answer: StandingCheck.Answer, now: Moment) throws {
        try scope.sql.run(
            """
            /* StandingChecks.answer */ UPDATE standing_checks SET answer = \(answer), answered_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(id)
            """)
    }

    /// Those of long ago.
    public func forget(before limit: Moment) throws {
        try scope.sql.run(
            "/* StandingChecks.forget */ DELETE FROM standing_checks WHERE town_id = \(scope.town) AND sent_at < \(limit)")
    }

    private func list(_ query: SQL) throws -> [StandingCheck] {
        var checks: [StandingCheck] = []
        try scope.sql.run(query) { row in
            var check = StandingCheck(id: try row.next(), request: try row.next(), person: try row.next(), sentAt: try row.next())
            check.answer = try row.next()
            check.answeredAt = try row.next()
            checks.append(check)
        }
        return checks
    }
}
