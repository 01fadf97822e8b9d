import Database
import Domain

/// Live requests for a sheet of paper: what may be done until the end of a day, the most pressing first.
public struct PaperListing {
    private let scope: TownTransaction
    private let tonight: Moment

    /// - Parameter tonight: what is wanted on a later day is for a later sheet.
    public init(_ scope: TownTransaction, until tonight: Moment) { (self.scope, self.tonight) = (scope, tonight) }

    /// Of one quartier, or those whose quartier nobody knows.
    public func requests(in place: ID<Neighbourhood>?, limit: Int) throws -> [HelpRequest] {
        let there: SQL = place.map { "neighbourhood_id = \($0)" } ?? "neighbourhood_id IS NULL"
        return try list("/* PaperListing.quartier */", there, limit: limit)
    }

    /// What an organisation is asked for, or has accepted.
    public func requests(of organisation: ID<Organisation>, limit: Int) throws -> [HelpRequest] {
        try list(
            "/* PaperListing.organisation */",
            """
            id IN (SELECT request_id FROM organisation_asks WHERE town_id = \(scope.town) AND organisation_id = \(organisation)
              AND (answer IS NULL OR answer = 'accepted'))
            """, limit: limit)
    }

    private func list(_ owner: SQL, _ condition: SQL, limit: Int) throws -> [HelpRequest] {
        try HelpRequests(scope).list(
            """
            \(owner) SELECT \(HelpRequests.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND status IN ('awaiting_agreement', 'open', 'matched') AND \(condition)
              AND (wanted_kind <> 'on' OR wanted_on < \(tonight))
            ORDER BY coalesce(rung_due, matched_at, created_at), id LIMIT \(limit)
            """)
    }
}
