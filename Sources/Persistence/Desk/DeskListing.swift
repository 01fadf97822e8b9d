import Database
import Domain

/// What the desk looks up beside its calls: requests that came by telephone and are not over, and those of the same people or home.
public struct DeskListing {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Live requests of the phone door, the most pressing first.
    public func live(limit: Int = 100) throws -> [HelpRequest] {
        try HelpRequests(scope).list(
            """
            /* DeskListing.live */ SELECT \(HelpRequests.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND door = 'phone' AND status IN ('awaiting_agreement', 'open', 'matched')
            ORDER BY coalesce(rung_due, created_at), id LIMIT \(limit)
            """)
    }

    /// What these people asked for since, or others at the same address, newest first.
    public func requests(of people: [ID<Person>], at spot: Spot?, since moment: Moment) throws -> [HelpRequest] {
        let all = Array(Set(try people + neighbours(at: spot)))
        guard !all.isEmpty else { return [] }
        return try HelpRequests(scope).list(
            """
            /* DeskListing.requests */ SELECT \(HelpRequests.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND (asker_id IN \(list: all) OR beneficiary_id IN \(list: all)) AND created_at >= \(moment)
            ORDER BY created_at DESC, id DESC LIMIT 50
            """)
    }

    /// Whoever lives at a house number; a street is too many.
    private func neighbours(at spot: Spot?) throws -> [ID<Person>] {
        let people = try People(scope)
        guard let spot, let buildings = people.buildingIndexes(of: spot) else { return [] }
        return try scope.sql.values(
            """
            /* DeskListing.neighbours */ SELECT id FROM people
            WHERE town_id = \(scope.town) AND street_index IN \(list: people.streetIndexes(of: spot)) AND building_index IN \(list: buildings)
            """)
    }
}
