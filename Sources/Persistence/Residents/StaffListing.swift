import Database
import Domain

/// Who holds which role today, for the administrator's page.
public struct StaffListing {
    public struct Member: Sendable, Equatable {
        public var id: ID<Role>
        public var person: ID<Person>
        public var role: Role
        public var since: Moment
    }

    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func all() throws -> [Member] {
        try list(
            """
            /* StaffListing.all */ SELECT id, person_id, kind, neighbourhood_id, granted_at FROM roles
            WHERE town_id = \(scope.town) AND revoked_at IS NULL ORDER BY kind, granted_at, id LIMIT 1000
            """)
    }

    public func find(_ id: ID<Role>) throws -> Member? {
        try list(
            """
            /* StaffListing.find */ SELECT id, person_id, kind, neighbourhood_id, granted_at FROM roles
            WHERE town_id = \(scope.town) AND id = \(id) AND revoked_at IS NULL
            """
        ).first
    }

    private func list(_ query: SQL) throws -> [Member] {
        var members: [Member] = []
        try scope.sql.run(query) { row in
            let (id, person): (ID<Role>, ID<Person>) = (try row.next(), try row.next())
            let role = Role(try row.next(), neighbourhood: try row.next())
            members.append(Member(id: id, person: person, role: role, since: try row.next()))
        }
        return members
    }
}
