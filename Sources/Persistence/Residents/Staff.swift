import Database
import Domain

/// Who holds a role of a town today.
public struct Staff {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Each person once, longest in the role first.
    public func holding(_ kind: Role.Kind) throws -> [ID<Person>] {
        try scope.sql.values(
            """
            /* Staff.holding */ SELECT person_id FROM roles
            WHERE town_id = \(scope.town) AND kind = \(kind) AND revoked_at IS NULL GROUP BY person_id ORDER BY min(granted_at), person_id
            """)
    }
}
