import Database
import Domain

extension Matches {
    /// Who has helped this person, to their satisfaction: the match ended, and the person did not say that no help came.
    public func helpers(of beneficiary: ID<Person>) throws -> Set<ID<Person>> {
        let known: [ID<Person>] = try scope.sql.values(
            """
            /* Matches.helpersOf */ SELECT DISTINCT m.helper_id FROM matches m
            JOIN help_requests r ON r.town_id = m.town_id AND r.id = m.request_id
            WHERE m.town_id = \(scope.town) AND r.beneficiary_id = \(beneficiary) AND m.status = 'ended'
              AND r.outcome IN ('helped', 'partly')
            """)
        return Set(known)
    }
}
