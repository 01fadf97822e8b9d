import Database
import Domain

/// What the live board shows, from indexes alone: it is asked for again and again while somebody watches.
public struct LiveBoardListing {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func read(at now: Moment) throws -> LiveBoard {
        var board = LiveBoard()
        try scope.sql.run(Self.partsQuery(town: scope.town, now: now)) { row in
            board.parts.append(
                LiveBoard.Part(
                    category: try row.next(), neighbourhood: try row.next(),
                    count: LiveBoard.Count(waiting: try row.next(), late: try row.next())))
        }
        try scope.sql.run(Self.lateQuery(town: scope.town, now: now)) { row in
            board.late.append(
                LiveBoard.Late(reference: try row.next(), category: try row.next(), neighbourhood: try row.next(), due: try row.next()))
        }
        try scope.sql.run(Self.promisesQuery(town: scope.town, now: now)) { row in
            (board.promised, board.overdueCalls) = (try row.next(), try row.next())
        }
        try scope.sql.run(Self.callsQuery(town: scope.town)) { row in
            board.calls.append(LiveBoard.Line(begunAt: try row.next(), holder: try row.next()))
        }
        try scope.sql.run(Self.callCountsQuery(town: scope.town)) { row in (board.inCall, board.kept) = (try row.next(), try row.next()) }
        return board
    }

    public static func partsQuery(town: Int, now: Moment) -> SQL {
        """
        /* LiveBoardListing.parts */ SELECT category_id, neighbourhood_id, count(*), sum(CASE WHEN rung_due <= \(now) THEN 1 ELSE 0 END)
        FROM help_requests WHERE town_id = \(town) AND status IN ('awaiting_agreement', 'open')
        GROUP BY category_id, neighbourhood_id ORDER BY category_id, neighbourhood_id
        """
    }

    /// Each status has its own run of the index; a few of each are enough.
    public static func lateQuery(town: Int, now: Moment) -> SQL {
        func part(_ status: SQL) -> SQL {
            """
            SELECT * FROM (SELECT reference, category_id, neighbourhood_id, rung_due, id FROM help_requests
              WHERE town_id = \(town) AND status = \(status) AND rung_due <= \(now) ORDER BY rung_due LIMIT \(LiveBoard.shown)) AS one
            """
        }
        return """
            /* LiveBoardListing.late */ SELECT reference, category_id, neighbourhood_id, rung_due FROM (
              \(part("'open'")) UNION ALL \(part("'awaiting_agreement'"))) AS late
            ORDER BY rung_due, id LIMIT \(LiveBoard.shown)
            """
    }

    // The bounds below say nothing about the rows; they lead SQLite to the index of what is open, statistics or not.

    public static func promisesQuery(town: Int, now: Moment) -> SQL {
        """
        /* LiveBoardListing.promises */ SELECT coalesce(sum(CASE WHEN due_at > \(now) THEN 1 ELSE 0 END), 0),
          coalesce(sum(CASE WHEN due_at <= \(now) THEN 1 ELSE 0 END), 0)
        FROM (SELECT due_at FROM ring_backs WHERE town_id = \(town) AND done_at IS NULL AND due_at >= 0
          UNION ALL SELECT due_at FROM call_backs WHERE town_id = \(town) AND done_at IS NULL AND due_at >= 0) AS promised
        """
    }

    public static func callsQuery(town: Int) -> SQL {
        """
        /* LiveBoardListing.calls */ SELECT begun_at, holder_id FROM calls
        WHERE town_id = \(town) AND state <> 'ended' AND saved_at >= 0 AND state = 'in_progress'
        ORDER BY begun_at, id LIMIT \(LiveBoard.shown)
        """
    }

    public static func callCountsQuery(town: Int) -> SQL {
        """
        /* LiveBoardListing.callCounts */ SELECT coalesce(sum(CASE WHEN state = 'in_progress' THEN 1 ELSE 0 END), 0),
          coalesce(sum(CASE WHEN state = 'kept' THEN 1 ELSE 0 END), 0)
        FROM calls WHERE town_id = \(town) AND state <> 'ended' AND saved_at >= 0
        """
    }
}
