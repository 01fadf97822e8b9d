import Database
import Domain

/// What must be told by voice.
public struct RingBacks {
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
}
