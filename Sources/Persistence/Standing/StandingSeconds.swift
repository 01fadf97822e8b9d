import Database
import Domain

/// Who may stand in for the helper of a pair.
public struct StandingSeconds {
    private static let columns: SQL =
        "request_id, person_id, proposed_at, asker_agreed_at, helper_agreed_at, declined_at, called_at"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Oldest first.
    public func of(_ request: ID<HelpRequest>) throws -> [StandingSecond] {
        try list(
            """
            /* StandingSeconds.of */ SELECT \(Self.columns) FROM standing_seconds
            WHERE town_id = \(scope.town) AND request_id = \(request) ORDER BY proposed_at, person_id
            """)
    }

    /// All in which one person was proposed.
    public func about(_ person: ID<Person>) throws -> [StandingSecond] {
        try list(
            """
            /* StandingSeconds.about */ SELECT \(Self.columns) FROM standing_seconds
            WHERE town_id = \(scope.town) AND person_id = \(person) ORDER BY proposed_at, request_id
            """)
    }

    public func find(token hash: [UInt8]) throws -> StandingSecond? {
        try list(
            "/* StandingSeconds.token */ SELECT \(Self.columns) FROM standing_seconds WHERE town_id = \(scope.town) AND token_hash = \(hash)"
        ).first
    }

    /// Writes a proposal; its link stays unless a new one is given.
    public func save(_ second: StandingSecond, tokenHash hash: [UInt8]? = nil) throws {
        try scope.sql.run(
            """
            /* StandingSeconds.save */ INSERT INTO standing_seconds (town_id, \(Self.columns), token_hash)
            VALUES (\(scope.town), \(second.request), \(second.person), \(second.proposedAt), \(second.askerAgreedAt),
                    \(second.helperAgreedAt), \(second.declinedAt), \(second.calledAt), \(hash))
            ON CONFLICT (town_id, request_id, person_id) DO UPDATE SET asker_agreed_at = excluded.asker_agreed_at,
              helper_agreed_at = excluded.helper_agreed_at, declined_at = excluded.declined_at, called_at = excluded.called_at,
              token_hash = coalesce(excluded.token_hash, standing_seconds.token_hash)
            """)
    }

    public func delete(_ person: ID<Person>, of request: ID<HelpRequest>) throws {
        try scope.sql.run(
            """
            /* StandingSeconds.delete */ DELETE FROM standing_seconds
            WHERE town_id = \(scope.town) AND request_id = \(request) AND person_id = \(person)
            """)
    }

    /// Who helped this person before, to their satisfaction, and was never proposed for this request; the last first.
    public func candidates(for request: HelpRequest, besides helper: ID<Person>) throws -> [ID<Person>] {
        try scope.sql.values(
            """
            /* StandingSeconds.candidates */ SELECT m.helper_id FROM matches m
            JOIN help_requests r ON r.town_id = m.town_id AND r.id = m.request_id
            WHERE m.town_id = \(scope.town) AND r.beneficiary_id = \(request.beneficiary) AND m.status = 'ended' AND m.origin <> 'organisation'
              AND r.outcome IN ('helped', 'partly') AND m.helper_id NOT IN \(list: [helper, request.asker, request.beneficiary])
              AND m.helper_id NOT IN (SELECT person_id FROM standing_seconds WHERE town_id = \(scope.town) AND request_id = \(request.id))
            GROUP BY m.helper_id ORDER BY max(m.ended_at) DESC, m.helper_id LIMIT 20
            """)
    }

    private func list(_ query: SQL) throws -> [StandingSecond] {
        var seconds: [StandingSecond] = []
        try scope.sql.run(query) { row in
            var second = StandingSecond(request: try row.next(), person: try row.next(), proposedAt: try row.next())
            second.askerAgreedAt = try row.next()
            second.helperAgreedAt = try row.next()
            second.declinedAt = try row.next()
            second.calledAt = try row.next()
            seconds.append(second)
        }
        return seconds
    }
}
