import Database
import Domain

/// Who may own requests of a town today: its referents and administrators.
public struct Guides {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Longest in the role first.
    public func all() throws -> [ID<Person>] {
        try scope.sql.values(
            """
            /* Guides.all */ SELECT person_id FROM roles
            WHERE town_id = \(scope.town) AND revoked_at IS NULL AND kind IN ('referent', 'administrator')
            GROUP BY person_id ORDER BY min(granted_at), person_id
            """)
    }

    /// Longest in the role first.
    public func administrators() throws -> [ID<Person>] {
        try scope.sql.values(
            """
            /* Guides.administrators */ SELECT person_id FROM roles
            WHERE town_id = \(scope.town) AND revoked_at IS NULL AND kind = 'administrator'
            GROUP BY person_id ORDER BY min(granted_at), person_id
            """)
    }

    /// The quartiers (nil: none) of live requests that belong to somebody.
    public func places(ownedBy person: ID<Person>) throws -> [ID<Neighbourhood>?] {
        var places: [ID<Neighbourhood>?] = []
        try scope.sql.run(
            """
            /* Guides.places */ SELECT DISTINCT neighbourhood_id FROM help_requests
            WHERE town_id = \(scope.town) AND status IN ('awaiting_agreement', 'open', 'matched') AND owner_id = \(person)
            """
        ) { places.append(try $0.next()) }
        return places
    }

    /// Gives the live requests of one quartier (nil: of none) to another owner.
    public func move(from person: ID<Person>, to owner: ID<Person>, in place: ID<Neighbourhood>?) throws {
        let here: SQL = place.map { "neighbourhood_id = \($0)" } ?? "neighbourhood_id IS NULL"
        try scope.sql.run(
            """
            /* Guides.move */ UPDATE help_requests SET owner_id = \(owner)
            WHERE town_id = \(scope.town) AND status IN ('awaiting_agreement', 'open', 'matched') AND owner_id = \(person) AND \(here)
            """)
    }
}
