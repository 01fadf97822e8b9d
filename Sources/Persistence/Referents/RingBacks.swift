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
}
