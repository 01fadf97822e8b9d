import Database
import Domain

/// All that the desk has to say by voice: about requests, and promises of its own. Names and numbers are read one caller at a time.
public struct CallQueueListing {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func all() throws -> [DueCaller.Item] {
        try ringBacks(nil).map(DueCaller.Item.request) + CallBacks(scope).open().map(DueCaller.Item.promise)
    }

    public func of(_ caller: CallerKey) throws -> [DueCaller.Item] {
        switch caller {
        case .person(let id):
            try ringBacks(id).map(DueCaller.Item.request) + CallBacks(scope).open(of: id).map(DueCaller.Item.promise)
        case .promise(let id):
            try CallBacks(scope).find(id).map { $0.doneAt == nil && $0.caller == nil ? [.promise($0)] : [] } ?? []
        }
    }

    private func ringBacks(_ person: ID<Person>?) throws -> [DueCall] {
        let theirs: SQL = person.map { "AND r.person_id = \($0)" } ?? ""
        var calls: [DueCall] = []
        try scope.sql.run(
            """
            /* CallQueueListing.ringBacks */ SELECT \(RingBacks.columns), h.reference, h.category_id
            FROM ring_backs r JOIN help_requests h ON h.town_id = r.town_id AND h.id = r.request_id
            WHERE r.town_id = \(scope.town) AND r.done_at IS NULL \(theirs) ORDER BY r.due_at, r.id LIMIT 500
            """
        ) { calls.append(DueCall(ringBack: try RingBack(row: &$0), reference: try $0.next(), category: try $0.next())) }
        return calls
    }
}
