import Database
import Domain

/// What was let go of, one line per rule and night, written in the transaction that lets go.
public struct RetentionRuns {
    private static let columns: SQL = "id, rule, fate, months, days, approval, count, first_at, last_at, started_at, finished_at"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// The first batch opens the line, those after it add to it.
    public func add(_ run: RetentionRun) throws {
        let values: [any Bindable] = [
            scope.town, run.id, run.subject, run.fate, run.term.months, run.term.days, run.approval, run.span.count, run.span.first,
            run.span.last, run.startedAt, run.finishedAt,
        ]
        try scope.sql.run(
            """
            /* RetentionRuns.add */ INSERT INTO retention_runs (town_id, \(Self.columns)) VALUES \(row: values)
            ON CONFLICT (town_id, id) DO UPDATE SET count = retention_runs.count + excluded.count,
              last_at = CASE WHEN excluded.last_at > retention_runs.last_at THEN excluded.last_at ELSE retention_runs.last_at END,
              finished_at = excluded.finished_at
            """)
    }

    public func find(_ id: ID<RetentionRun>) throws -> RetentionRun? {
        try list("/* RetentionRuns.find */ SELECT \(Self.columns) FROM retention_runs WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Newest first.
    public func latest(atMost count: Int) throws -> [RetentionRun] {
        try list(
            """
            /* RetentionRuns.latest */ SELECT \(Self.columns) FROM retention_runs WHERE town_id = \(scope.town)
            ORDER BY started_at DESC, id DESC LIMIT \(count)
            """)
    }

    private func list(_ query: SQL) throws -> [RetentionRun] {
        var runs: [RetentionRun] = []
        try scope.sql.run(query) { row in
            let (id, subject): (ID<RetentionRun>, RetentionRule.Subject) = (try row.next(), try row.next())
            let fate: RetentionRule.Fate = try row.next()
            let term = RetentionTerm(months: try row.next(), days: try row.next())
            let approval: String? = try row.next()
            let span = RetentionSpan(count: try row.next(), first: try row.next(), last: try row.next())
            runs.append(
                RetentionRun(
                    id: id, subject: subject, fate: fate, term: term, approval: approval, span: span, startedAt: try row.next(),
                    finishedAt: try row.next()))
        }
        return runs
    }
}
