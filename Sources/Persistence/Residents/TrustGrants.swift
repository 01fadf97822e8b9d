import Database
import Domain

/// Which tier was granted to whom, by whom; kept after it was revoked.
public struct TrustGrants {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Those of one person, newest first, the revoked included.
    public func of(_ person: ID<Person>) throws -> [TrustGrant] {
        var grants: [TrustGrant] = []
        try scope.sql.run(
            """
            /* TrustGrants.of */ SELECT id, person_id, tier, met_on, granted_by, granted_at, revoked_at FROM trust_grants
            WHERE town_id = \(scope.town) AND person_id = \(person) ORDER BY granted_at DESC, id DESC LIMIT 100
            """
        ) { row in
            let id: ID<TrustGrant> = try row.next()
            let (person, tier): (ID<Person>, TrustTier) = (try row.next(), try row.next())
            let metOn: Moment? = try row.next()
            let (granter, at): (ID<Person>, Moment) = (try row.next(), try row.next())
            var grant = TrustGrant(id: id, person: person, tier: tier, metOn: metOn ?? at, grantedBy: granter, grantedAt: at)
            grant.revokedAt = try row.next()
            grants.append(grant)
        }
        return grants
    }

    public func insert(_ grant: TrustGrant) throws {
        try scope.sql.run(
            """
            /* TrustGrants.insert */ INSERT INTO trust_grants (town_id, id, person_id, tier, met_on, granted_by, granted_at)
            VALUES (\(scope.town), \(grant.id), \(grant.person), \(grant.tier), \(grant.metOn), \(grant.grantedBy), \(grant.grantedAt))
            """)
    }

    /// All that are in force. Answers how many there were.
    public func revokeAll(of person: ID<Person>, by revoker: ID<Person>?, now: Moment) throws -> Int {
        try scope.sql.run(
            """
            /* TrustGrants.revokeAll */ UPDATE trust_grants SET revoked_at = \(now), revoked_by = \(revoker)
            WHERE town_id = \(scope.town) AND person_id = \(person) AND revoked_at IS NULL
            """)
    }
}
