import Database
import Domain

/// Who was warned that something of theirs is about to end.
public struct RetentionNotices {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func isWarned(_ subject: RetentionRule.Subject, _ id: [UInt8]) throws -> Bool {
        let count: Int? = try scope.sql.value(
            """
            /* RetentionNotices.isWarned */ SELECT count(*) FROM retention_notices
            WHERE town_id = \(scope.town) AND rule = \(subject) AND subject_id = \(id)
            """)
        return count != 0
    }

    /// They said that all of theirs is.
    public func forgetOffers(of person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* RetentionNotices.forgetOffers */ DELETE FROM retention_notices
            WHERE town_id = \(scope.town) AND rule = \(RetentionRule.Subject.unansweredOffers) AND subject_id IN
              (SELECT id FROM offers WHERE town_id = \(scope.town) AND person_id = \(person))
            """)
    }

    /// They said that it is still wanted.
    public func forget(_ subject: RetentionRule.Subject, _ id: [UInt8]) throws {
        try scope.sql.run(
            """
            /* RetentionNotices.forget */ DELETE FROM retention_notices
            WHERE town_id = \(scope.town) AND rule = \(subject) AND subject_id = \(id)
            """)
    }
}
