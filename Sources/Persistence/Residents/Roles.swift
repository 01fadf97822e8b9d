import Database
import Domain

/// Who may do what beyond helping and asking.
public struct Roles {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func of(_ person: ID<Person>) throws -> [Role] {
        var roles: [Role] = []
        try scope.sql.run(
            """
            /* Roles.of */ SELECT kind, neighbourhood_id FROM roles
            WHERE town_id = \(scope.town) AND person_id = \(person) AND revoked_at IS NULL ORDER BY granted_at
            """
        ) { roles.append(Role(try $0.next(), neighbourhood: try $0.next())) }
        return roles
    }

    public func grant(_ role: Role, to person: ID<Person>, id: ID<Role>, by granter: ID<Person>?, now: Moment) throws {
        try scope.sql.run(
            """
            /* Roles.grant */ INSERT INTO roles (town_id, id, person_id, kind, neighbourhood_id, granted_by, granted_at)
            VALUES (\(scope.town), \(id), \(person), \(role.kind), \(role.neighbourhood), \(granter), \(now))
            """)
    }

    public func revoke(_ id: ID<Role>, now: Moment) throws {
        try scope.sql.run(
            "/* Roles.revoke */ UPDATE roles SET revoked_at = \(now) WHERE town_id = \(scope.town) AND id = \(id) AND revoked_at IS NULL")
    }

    /// The first referent of a quartier, else of the whole town, else an administrator: whom a request belongs to (a town always has one).
    public func owner(for neighbourhood: ID<Neighbourhood>?) throws -> ID<Person>? {
        try scope.sql.value(
            """
            /* Roles.owner */ SELECT person_id FROM roles
            WHERE town_id = \(scope.town) AND revoked_at IS NULL
              AND (kind = 'administrator' OR (kind = 'referent' AND (neighbourhood_id IS NULL OR neighbourhood_id = \(neighbourhood))))
            ORDER BY CASE WHEN kind = 'referent' AND neighbourhood_id IS NOT NULL THEN 0 WHEN kind = 'referent' THEN 1 ELSE 2 END,
                     granted_at, id
            LIMIT 1
            """)
    }
}
