import Database
import Domain

/// Pairs that meet again and again: one per recurring request.
public struct StandingPairs {
    let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func find(_ request: ID<HelpRequest>) throws -> StandingPair? {
        try list("/* StandingPairs.find */ \(select) AND p.request_id = \(request)").first
    }

    /// Those whose helper has said yes and whose request is still recurring, from one on.
    public func live(after last: ID<HelpRequest>?, atMost count: Int) throws -> [StandingPair] {
        let further: SQL = last.map { "AND p.request_id > \($0)" } ?? ""
        return try list(
            """
            /* StandingPairs.live */ \(select) AND EXISTS (SELECT 1 FROM help_requests r WHERE r.town_id = p.town_id AND r.id = p.request_id
              AND r.status = 'matched' AND r.wanted_kind = 'every') \(further)
            ORDER BY p.request_id LIMIT \(count)
            """)
    }

    /// Begins a pair; one that goes on with another helper keeps its days.
    public func begin(_ request: ID<HelpRequest>, now: Moment) throws {
        try scope.sql.run(
            """
            /* StandingPairs.begin */ INSERT INTO standing_pairs (town_id, request_id, reminded_day, asked_at)
            VALUES (\(scope.town), \(request), '', \(now))
            ON CONFLICT (town_id, request_id) DO UPDATE SET asked_at = excluded.asked_at
            """)
    }

    public func agree(on day: CivilDay, for request: ID<HelpRequest>) throws {
        try scope.sql.run(
            """
            /* StandingPairs.agree */ UPDATE standing_pairs SET first_day = \(day.iso)
            WHERE town_id = \(scope.town) AND request_id = \(request)
            """)
    }

    /// Takes the reminder of a day; false when it was taken. A clock that goes back takes nothing twice.
    public func takeReminder(of day: CivilDay, for request: ID<HelpRequest>) throws -> Bool {
        try scope.sql.run(
            """
            /* StandingPairs.takeReminder */ UPDATE standing_pairs SET reminded_day = \(day.iso)
            WHERE town_id = \(scope.town) AND request_id = \(request) AND reminded_day < \(day.iso)
            """) > 0
    }

    /// Takes the question of the month; false when it was taken, or a month is not over.
    public func takeQuestion(for request: ID<HelpRequest>, since limit: Moment, now: Moment) throws -> Bool {
        try scope.sql.run(
            """
            /* StandingPairs.takeQuestion */ UPDATE standing_pairs SET asked_at = \(now)
            WHERE town_id = \(scope.town) AND request_id = \(request) AND asked_at <= \(limit)
            """) > 0
    }

    /// Days, second persons and questions of a request that is over.
    func forget(_ request: ID<HelpRequest>) throws {
        for table: SQL in ["standing_checks", "standing_occasions", "standing_seconds", "standing_pairs"] {
            try scope.sql.run(
                "/* StandingPairs.forget */ DELETE FROM \(table) WHERE town_id = \(scope.town) AND request_id = \(request)")
        }
    }

    private var select: SQL { "SELECT p.request_id, p.first_day, p.asked_at FROM standing_pairs p WHERE p.town_id = \(scope.town)" }

    private func list(_ query: SQL) throws -> [StandingPair] {
        var pairs: [StandingPair] = []
        try scope.sql.run(query) { row in
            let (request, day): (ID<HelpRequest>, String?) = (try row.next(), try row.next())
            pairs.append(StandingPair(request: request, firstDay: day.flatMap { CivilDay($0) }, askedAt: try row.next()))
        }
        return pairs
    }
}
