import Database
import Domain

/// What must be told by voice.
public struct RingBacks {
    static let columns: SQL = """
        r.id, r.request_id, r.person_id, r.neighbourhood_id, r.reason, r.created_at, r.due_at, r.attempts, r.last_result, r.done_at,
        r.done_by
        """
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ ringBack: RingBack) throws {
        try scope.sql.run(
            """
            /* RingBacks.insert */ INSERT INTO ring_backs
              (town_id, id, request_id, person_id, neighbourhood_id, reason, created_at, due_at, attempts)
            VALUES (\(scope.town), \(ringBack.id), \(ringBack.request), \(ringBack.person), \(ringBack.neighbourhood), \(ringBack.reason),
                    \(ringBack.createdAt), \(ringBack.dueAt), \(ringBack.attempts))
            """)
    }

    public func find(_ id: ID<RingBack>) throws -> RingBack? {
        try list("/* RingBacks.find */ SELECT \(Self.columns) FROM ring_backs r WHERE r.town_id = \(scope.town) AND r.id = \(id)").first
    }

    /// Those of a request, done or not, oldest first.
    public func about(_ request: ID<HelpRequest>) throws -> [RingBack] {
        try list(
            """
            /* RingBacks.about */ SELECT \(Self.columns) FROM ring_backs r
            WHERE r.town_id = \(scope.town) AND r.request_id = \(request) ORDER BY r.created_at, r.id
            """)
    }

    public func save(_ ringBack: RingBack) throws {
        try scope.sql.run(
            """
            /* RingBacks.save */ UPDATE ring_backs SET due_at = \(ringBack.dueAt), attempts = \(ringBack.attempts),
              last_result = \(ringBack.lastResult), done_at = \(ringBack.doneAt), done_by = \(ringBack.doneBy)
            WHERE town_id = \(scope.town) AND id = \(ringBack.id)
            """)
    }

    /// Whatever was still to be told about a request need not be told any more.
    public func settle(about request: ID<HelpRequest>, by person: ID<Person>?, now: Moment) throws {
        try scope.sql.run(
            """
            /* RingBacks.settle */ UPDATE ring_backs SET last_result = \(RingBack.Result.settled), done_at = \(now), done_by = \(person)
            WHERE town_id = \(scope.town) AND request_id = \(request) AND done_at IS NULL
            """)
    }

    /// Takes back what nobody has told yet; false when there was nothing to take back.
    public func cancel(_ reason: RingBack.Reason, of person: ID<Person>, about request: ID<HelpRequest>) throws -> Bool {
        try scope.sql.run(
            """
            /* RingBacks.cancel */ DELETE FROM ring_backs
            WHERE town_id = \(scope.town) AND request_id = \(request) AND person_id = \(person) AND reason = \(reason)
              AND done_at IS NULL
            """) > 0
    }

    /// Whether somebody is to be rung for this already.
    public func isOpen(_ reason: RingBack.Reason, about request: ID<HelpRequest>) throws -> Bool {
        let count: Int? = try scope.sql.value(
            """
            /* RingBacks.isOpen */ SELECT count(*) FROM ring_backs
            WHERE town_id = \(scope.town) AND request_id = \(request) AND reason = \(reason) AND done_at IS NULL
            """)
        return count != 0
    }

    private func list(_ query: SQL) throws -> [RingBack] {
        var ringBacks: [RingBack] = []
        try scope.sql.run(query) { ringBacks.append(try RingBack(row: &$0)) }
        return ringBacks
    }
}

extension RingBack {
    init(row: inout Row) throws {
        self.init(
            id: try row.next(), request: try row.next(), person: try row.next(), neighbourhood: try row.next(), reason: try row.next(),
            createdAt: try row.next(), dueAt: try row.next())
        attempts = try row.next()
        lastResult = try row.next()
        doneAt = try row.next()
        doneBy = try row.next()
    }
}
