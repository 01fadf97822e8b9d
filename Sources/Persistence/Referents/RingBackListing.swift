import Database
import Domain

/// Who is to be rung in the quartiers of a referent, the most pressing first. Names and numbers are read one person at a time.
public struct RingBackListing {
    private let scope: TownTransaction
    private let reach: SQL

    public init(_ scope: TownTransaction, for actor: Actor) {
        self.scope = scope
        reach = GuidedListing.reach(of: actor, place: "h.neighbourhood_id", owner: "h.owner_id")
    }

    public func open(limit: Int) throws -> [DueCall] {
        var calls: [DueCall] = []
        try scope.sql.run(
            """
            /* RingBackListing.open */ SELECT \(RingBacks.columns), h.reference, h.category_id
            FROM ring_backs r JOIN help_requests h ON h.town_id = r.town_id AND h.id = r.request_id
            WHERE r.town_id = \(scope.town) AND r.done_at IS NULL AND \(reach) ORDER BY r.due_at, r.id LIMIT \(limit)
            """
        ) { calls.append(DueCall(ringBack: try RingBack(row: &$0), reference: try $0.next(), category: try $0.next())) }
        return calls
    }

    public func count() throws -> Int {
        try scope.sql.value(
            """
            /* RingBackListing.count */ SELECT count(*) FROM ring_backs r
            JOIN help_requests h ON h.town_id = r.town_id AND h.id = r.request_id
            WHERE r.town_id = \(scope.town) AND r.done_at IS NULL AND \(reach)
            """) ?? 0
    }
}
