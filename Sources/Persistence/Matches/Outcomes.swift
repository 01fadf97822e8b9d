import Database
import Domain

/// How it went, once from each side.
public struct Outcomes {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// In the order in which they were said: the first closed the request.
    public func of(_ request: ID<HelpRequest>) throws -> [Outcome] {
        var outcomes: [Outcome] = []
        try scope.sql.run(
            """
            /* Outcomes.of */ SELECT request_id, match_id, side, result, reason, recorded_by, recorded_at FROM outcomes
            WHERE town_id = \(scope.town) AND request_id = \(request) ORDER BY recorded_at, side
            """
        ) { row in
            outcomes.append(
                Outcome(
                    request: try row.next(), match: try row.next(), side: try row.next(), result: try row.next(), reason: try row.next(),
                    recordedBy: try row.next(), recordedAt: try row.next()))
        }
        return outcomes
    }

    /// False when this side had answered already; what it said first stays.
    public func insert(_ outcome: Outcome) throws -> Bool {
        try scope.sql.run(
            """
            /* Outcomes.insert */ INSERT INTO outcomes (town_id, request_id, side, match_id, result, reason, recorded_by, recorded_at)
            VALUES (\(scope.town), \(outcome.request), \(outcome.side), \(outcome.match), \(outcome.result), \(outcome.reason),
                    \(outcome.recordedBy), \(outcome.recordedAt))
            ON CONFLICT (town_id, request_id, side) DO NOTHING
            """) == 1
    }
}
