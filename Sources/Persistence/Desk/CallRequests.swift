import Database
import Domain

/// Which requests a call made, and about which it was once more.
public struct CallRequests {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ request: ID<HelpRequest>, of call: ID<Call>, isMade: Bool, now: Moment) throws {
        try scope.sql.run(
            """
            /* CallRequests.insert */ INSERT INTO call_requests (town_id, call_id, request_id, is_made, at)
            VALUES (\(scope.town), \(call), \(request), \(isMade), \(now)) ON CONFLICT (town_id, call_id, request_id) DO NOTHING
            """)
    }

    /// It was about another one after all.
    public func unjoin(_ request: ID<HelpRequest>, from call: ID<Call>) throws {
        try scope.sql.run(
            """
            /* CallRequests.unjoin */ DELETE FROM call_requests
            WHERE town_id = \(scope.town) AND call_id = \(call) AND request_id = \(request) AND is_made = 0
            """)
    }

    /// In the order in which they were spoken of.
    public func of(_ call: ID<Call>) throws -> [HelpRequest] {
        try HelpRequests(scope).list(
            """
            /* CallRequests.of */ SELECT \(HelpRequests.columns) FROM help_requests
            WHERE town_id = \(scope.town)
              AND id IN (SELECT request_id FROM call_requests WHERE town_id = \(scope.town) AND call_id = \(call))
            ORDER BY created_at, id
            """)
    }

    /// The other requests of the call that this one was made in.
    public func beside(_ request: ID<HelpRequest>) throws -> [HelpRequest] {
        try HelpRequests(scope).list(
            """
            /* CallRequests.beside */ SELECT \(HelpRequests.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND id <> \(request)
              AND id IN (SELECT other.request_id FROM call_requests one
                JOIN call_requests other ON other.town_id = one.town_id AND other.call_id = one.call_id AND other.is_made = 1
                WHERE one.town_id = \(scope.town) AND one.request_id = \(request) AND one.is_made = 1)
            ORDER BY created_at, id
            """)
    }

    static func calls(about person: ID<Person>, in town: Int) -> SQL {
        """
        SELECT c.call_id FROM call_requests c JOIN help_requests r ON r.town_id = c.town_id AND r.id = c.request_id
        WHERE c.town_id = \(town) AND (r.asker_id = \(person) OR r.beneficiary_id = \(person))
        """
    }
}
