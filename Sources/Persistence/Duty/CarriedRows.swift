import Database
import Domain

/// What somebody at the desk answers for, and how it goes to the next.
public struct CarriedRows {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Their live requests, the most pressing first.
    public func requests(of person: ID<Person>) throws -> [HelpRequest] {
        try HelpRequests(scope).list(
            """
            /* CarriedRows.requests */ SELECT \(HelpRequests.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND status IN ('awaiting_agreement', 'open', 'matched') AND owner_id = \(person)
            ORDER BY coalesce(rung_due, created_at), id
            """)
    }

    /// Calls that people were promised about these requests, the next first.
    public func promises(about requests: [ID<HelpRequest>]) throws -> [DueCall] {
        guard !requests.isEmpty else { return [] }
        var calls: [DueCall] = []
        try scope.sql.run(
            """
            /* CarriedRows.promises */ SELECT \(RingBacks.columns), h.reference, h.category_id
            FROM ring_backs r JOIN help_requests h ON h.town_id = r.town_id AND h.id = r.request_id
            WHERE r.town_id = \(scope.town) AND r.done_at IS NULL AND r.request_id IN \(list: requests) ORDER BY r.due_at, r.id
            """
        ) { calls.append(DueCall(ringBack: try RingBack(row: &$0), reference: try $0.next(), category: try $0.next())) }
        return calls
    }

    /// What an absent referent gave to the one comes back from the other too.
    public func move(_ request: ID<HelpRequest>, from giver: ID<Person>, to taker: ID<Person>) throws {
        try HandedRequests(scope).move(request, to: taker)
        try scope.sql.run(
            """
            /* CarriedRows.given */ UPDATE absence_requests SET holder_id = \(taker)
            WHERE town_id = \(scope.town) AND request_id = \(request) AND holder_id = \(giver)
            """)
    }
}
