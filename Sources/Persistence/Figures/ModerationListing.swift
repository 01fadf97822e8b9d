import Database
import Domain

/// Counts of decisions about texts and of reports; no text is read.
public struct ModerationListing {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// When the first decision or report was; nil before any.
    public func first() throws -> Moment? {
        try scope.sql.value(
            """
            /* ModerationListing.first */ SELECT min(at) FROM (
              SELECT min(decided_at) AS at FROM text_decisions WHERE town_id = \(scope.town)
              UNION ALL SELECT min(created_at) FROM reports WHERE town_id = \(scope.town)) firsts
            """)
    }

    public func year(_ year: Int, from: Moment, to: Moment) throws -> ModerationYear {
        let those: SQL = "town_id = \(scope.town) AND decided_at >= \(from) AND decided_at < \(to)"
        var counts = ModerationYear(year: year)
        try scope.sql.run(
            """
            /* ModerationListing.year */ SELECT count(*) FILTER (WHERE verdict = 'published'), count(*) FILTER (WHERE verdict = 'amended'),
              count(*) FILTER (WHERE verdict = 'refused'), count(appealed_at), count(*) FILTER (WHERE appeal_result = 'overturned')
            FROM text_decisions WHERE \(those)
            """
        ) { row in
            (counts.published, counts.amended, counts.refused) = (try row.next(), try row.next(), try row.next())
            (counts.appeals, counts.overturned) = (try row.next(), try row.next())
        }
        counts.reports =
            try scope.sql.value(
                """
                /* ModerationListing.reports */ SELECT count(*) FROM reports
                WHERE town_id = \(scope.town) AND created_at >= \(from) AND created_at < \(to)
                """) ?? 0
        counts.stops =
            try scope.sql.value(
                """
                /* ModerationListing.stops */ SELECT count(*) FROM contact_stops
                WHERE town_id = \(scope.town) AND since >= \(from) AND since < \(to)
                """) ?? 0
        guard counts.decided > 0 else { return counts }
        let middle: Int64? = try scope.sql.value(
            """
            /* ModerationListing.median */ SELECT decided_at - waited_since FROM text_decisions WHERE \(those)
            ORDER BY decided_at - waited_since LIMIT 1 OFFSET \((counts.decided - 1) / 2)
            """)
        counts.medianTime = middle.map { .milliseconds($0) }
        return counts
    }
}
