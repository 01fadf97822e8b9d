import Database
import Domain

extension Mandates {
    /// A proposal, and the row of whom nobody else had named.
    public func forget(_ mandate: Mandate) throws {
        try scope.sql.run("/* Mandates.delete */ DELETE FROM mandates WHERE town_id = \(scope.town) AND id = \(mandate.id)")
        try forget(mandate.represented)
    }

    /// The row of somebody whom only a proposal named. Who has asked for help since, or is named elsewhere, stays.
    public func forget(_ person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* Mandates.forget */ DELETE FROM people WHERE town_id = \(scope.town) AND id = \(person) AND has_account = 0
              AND NOT EXISTS (SELECT 1 FROM help_requests h WHERE h.town_id = people.town_id AND h.asker_id = people.id)
              AND NOT EXISTS (SELECT 1 FROM help_requests h WHERE h.town_id = people.town_id AND h.beneficiary_id = people.id)
              AND NOT EXISTS (SELECT 1 FROM mandates m WHERE m.town_id = people.town_id AND m.represented_id = people.id)
            """)
    }

    /// What was kept for its time. Answers how many there were.
    @discardableResult
    public func deleteClosed(before moment: Moment) throws -> Int {
        try scope.sql.run(
            """
            /* Mandates.deleteClosed */ DELETE FROM mandates
            WHERE town_id = \(scope.town) AND state IN ('revoked', 'expired') AND closed_at < \(moment)
            """)
    }
}
