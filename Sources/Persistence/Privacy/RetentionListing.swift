import Database
import Domain

/// What is over its term tonight, rule by rule: counted for the report, or listed batch by batch to be let go of. Both ask the same query.
public struct RetentionListing {
    public struct Due: Sendable, Equatable {
        public var id: [UInt8]
        public var began: Moment
    }

    private let scope: TownTransaction
    private let rule: RetentionRule
    private let town: Town
    private let now: Moment

    public init(_ rule: RetentionRule, in town: Town, now: Moment, _ scope: TownTransaction) {
        self.scope = scope
        self.rule = rule
        self.town = town
        self.now = now
    }

    /// Nil when nothing goes.
    public func span() throws -> RetentionSpan? {
        var span: RetentionSpan?
        try scope.sql.run(
            "/* RetentionListing.span */ SELECT count(*), min(d.began), max(d.began) FROM (\(due)) AS d HAVING count(*) > 0"
        ) { span = RetentionSpan(count: try $0.next(), first: try $0.next(), last: try $0.next()) }
        return span
    }

    public func batch(atMost count: Int) throws -> [Due] {
        try list("/* RetentionListing.batch */ SELECT d.id, d.began FROM (\(due)) AS d ORDER BY d.began, d.id LIMIT \(count)")
    }

    /// Those near their end whom nobody has warned yet.
    public func unwarned(atMost count: Int) throws -> [Due] {
        guard let near else { return [] }
        return try list(
            """
            /* RetentionListing.unwarned */ SELECT d.id, d.began FROM (\(near)) AS d WHERE NOT EXISTS (\(notice))
            ORDER BY d.began, d.id LIMIT \(count)
            """)
    }

    public func countUnwarned() throws -> Int {
        guard let near else { return 0 }
        return try scope.sql.value(
            "/* RetentionListing.countUnwarned */ SELECT count(*) FROM (\(near)) AS d WHERE NOT EXISTS (\(notice))") ?? 0
    }

    public func noteWarned(_ id: [UInt8]) throws {
        try scope.sql.run(
            """
            /* RetentionListing.noteWarned */ INSERT INTO retention_notices (town_id, rule, subject_id, sent_at)
            VALUES (\(scope.town), \(rule.subject), \(id), \(now)) ON CONFLICT (town_id, rule, subject_id) DO NOTHING
            """)
    }

    /// Takes back the notices of whatever is no longer near its end: should it come there again, it is warned of again.
    public func forgetNotices() throws {
        guard let near else { return }
        try scope.sql.run(
            """
            /* RetentionListing.forgetNotices */ DELETE FROM retention_notices
            WHERE town_id = \(scope.town) AND rule = \(rule.subject) AND subject_id NOT IN (SELECT d.id FROM (\(near)) AS d)
            """)
    }

    /// Over the term; where people are warned, only what was, long enough ago and since it came near its end.
    private var due: SQL {
        let over = RetentionSelection(town: scope.town, limit: rule.limit(now, in: town)).rows(rule.subject)
        guard let warned = rule.warnedBefore(now, in: town) else { return over }
        return """
            SELECT d.id AS id, d.began AS began FROM (\(over)) AS d
            WHERE EXISTS (\(notice) AND n.sent_at <= \(warned) AND n.sent_at > d.began)
            """
    }

    private var near: SQL? {
        rule.noticeLimit(now, in: town).map { RetentionSelection(town: scope.town, limit: $0).rows(rule.subject) }
    }

    private var notice: SQL {
        """
        SELECT 1 FROM retention_notices n WHERE n.town_id = \(scope.town) AND n.rule = \(rule.subject) AND n.subject_id = d.id
        """
    }

    private func list(_ query: SQL) throws -> [Due] {
        var rows: [Due] = []
        try scope.sql.run(query) { rows.append(Due(id: try $0.next(), began: try $0.next())) }
        return rows
    }
}
