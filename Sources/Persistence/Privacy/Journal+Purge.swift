import Database
import Domain

extension Journal {
    /// Replaces the oldest entries, all of them before this moment, by a chained checkpoint.
    /// - Returns: how many went.
    public func purge(before limit: Moment, now: Moment) throws -> Int64 {
        guard let part = try oldest(before: limit) else { return 0 }
        let previous: [UInt8] =
            try scope.sql.value(
                """
                /* Journal.lastCheckpoint */ SELECT code FROM journal_checkpoints WHERE town_id = \(scope.town)
                ORDER BY number DESC LIMIT 1
                """) ?? []
        let checkpoint = JournalCheckpoint(
            number: part.last, entries: part.count, firstAt: part.firstAt, lastAt: part.lastAt, purgedAt: now, lastCode: part.code)
        let code = try JournalChain(scope).code(of: checkpoint, after: previous)
        try scope.sql.run(
            """
            /* Journal.checkpoint */ INSERT INTO journal_checkpoints
              (town_id, number, entries, first_at, last_at, purged_at, last_code, code)
            VALUES (\(scope.town), \(part.last), \(part.count), \(part.firstAt), \(part.lastAt), \(now), \(part.code), \(code))
            """)
        try scope.sql.run("/* Journal.purge */ DELETE FROM journal WHERE town_id = \(scope.town) AND number <= \(part.last)")
        return part.count
    }

    private struct Part {
        var last: Int64
        var count: Int64
        var firstAt: Moment
        var lastAt: Moment
        var code: [UInt8]
    }

    /// Everything before the first entry that is still to be kept; nothing while the chain has not begun.
    private func oldest(before limit: Moment) throws -> Part? {
        guard let head = try head() else { return nil }
        let firstKept: Int64 =
            try scope.sql.value(
                "/* Journal.firstKept */ SELECT min(number) FROM journal WHERE town_id = \(scope.town) AND at >= \(limit)")
            ?? head.number + 1
        var part: Part?
        try scope.sql.run(
            """
            /* Journal.oldest */ SELECT max(number), count(*), min(at), max(at),
              (SELECT code FROM journal WHERE town_id = \(scope.town) AND number = \(firstKept - 1))
            FROM journal WHERE town_id = \(scope.town) AND number < \(firstKept) HAVING count(*) > 0
            """
        ) { row in
            part = Part(
                last: try row.next(), count: try row.next(), firstAt: try row.next(), lastAt: try row.next(), code: try row.next())
        }
        return part
    }
}
