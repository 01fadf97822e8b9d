import Database
import Domain

/// Rows that only the demo writes ready-made: elsewhere they come about step by step.
public struct DemoRecords {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func grantTrust(_ tier: TrustTier, to person: ID<Person>, id: ID<TrustTier>, by granter: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            """
            /* DemoRecords.grantTrust */ INSERT INTO trust_grants (town_id, id, person_id, tier, met_on, granted_by, granted_at)
            VALUES (\(scope.town), \(id), \(person), \(tier), \(now), \(granter), \(now))
            """)
    }
}
