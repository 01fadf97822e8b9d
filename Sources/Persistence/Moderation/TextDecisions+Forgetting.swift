import Database
import Domain
import Secrets

extension TextDecisions {
    /// Takes the words out of what was decided about somebody's texts; the counts stay (P-03, P-12). While the texts are still theirs.
    public func forgetWords(of person: ID<Person>) throws {
        let decisions = try list(
            """
            /* TextDecisions.ofPerson */ SELECT \(Self.columns) FROM text_decisions WHERE town_id = \(scope.town) AND subject_id IN (
              SELECT id FROM help_requests WHERE town_id = \(scope.town) AND (asker_id = \(person) OR beneficiary_id = \(person))
              UNION ALL SELECT id FROM offers WHERE town_id = \(scope.town) AND person_id = \(person)
              UNION ALL SELECT id FROM messages WHERE town_id = \(scope.town) AND author_id = \(person))
            """)
        try forgetWords(of: decisions)
    }

    /// The same for all that was decided about one request or offer.
    public func forgetWords(about subject: [UInt8]) throws {
        try forgetWords(
            of: try list(
                """
                /* TextDecisions.ofSubject */ SELECT \(Self.columns) FROM text_decisions
                WHERE town_id = \(scope.town) AND subject_id = \(subject)
                """))
    }

    private func forgetWords(of decisions: [DecidedText]) throws {
        for decision in decisions {
            func nothing(_ column: StaticString) throws -> [UInt8] {
                try sealer.seal("", table: "text_decisions", column: column, row: decision.id.bytes)
            }
            try scope.sql.run(
                """
                /* TextDecisions.forgetWords */ UPDATE text_decisions SET read_text = \(try nothing("read_text")), public_text = NULL,
                  delivered_text = NULL,
                  words = NULL, appeal_words = \(try decision.appeal.map { _ in try nothing("appeal_words") }),
                  answer_words = \(try decision.appeal?.answer.map { _ in try nothing("answer_words") })
                WHERE town_id = \(scope.town) AND id = \(decision.id)
                """)
        }
    }
}
