import Database
import Domain

/// What must hold in every town at any time, looked at across towns for the operator: counts, never people.
public struct Soundness {
    private let sql: any Transaction

    public init(_ transaction: any Transaction) { sql = transaction }

    /// Slugs of towns in which nobody is an administrator: nobody answers there.
    public func townsWithoutAdministrator() throws -> [String] {
        try sql.values(
            """
            /* Soundness.townsWithoutAdministrator */ SELECT slug FROM towns WHERE NOT EXISTS
              (SELECT 1 FROM roles WHERE roles.town_id = towns.id AND kind = 'administrator' AND revoked_at IS NULL)
            ORDER BY slug
            """)
    }

    /// Requests still going on whose owner holds no role any more, by town.
    public func requestsWithoutOwner() throws -> [(town: String, count: Int)] {
        try counts(
            """
            /* Soundness.requestsWithoutOwner */ SELECT towns.slug, count(*) FROM help_requests
            JOIN towns ON towns.id = help_requests.town_id
            WHERE status IN ('awaiting_agreement', 'open', 'matched') AND NOT EXISTS
              (SELECT 1 FROM roles WHERE roles.town_id = help_requests.town_id AND roles.person_id = help_requests.owner_id
                 AND revoked_at IS NULL)
            GROUP BY towns.slug ORDER BY towns.slug
            """)
    }

    /// Open requests that nobody moves: without a clock, or past it since before `moment`.
    public func requestsOutsideLadder(pastDueSince moment: Moment) throws -> [(town: String, count: Int)] {
        try counts(
            """
            /* Soundness.requestsOutsideLadder */ SELECT towns.slug, count(*) FROM help_requests
            JOIN towns ON towns.id = help_requests.town_id
            WHERE status = 'open' AND (rung_due IS NULL OR rung_due < \(moment))
            GROUP BY towns.slug ORDER BY towns.slug
            """)
    }

    private func counts(_ query: SQL) throws -> [(town: String, count: Int)] {
        var counts: [(town: String, count: Int)] = []
        try sql.run(query) { counts.append((try $0.next(), try $0.next())) }
        return counts
    }
}
