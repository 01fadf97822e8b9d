import Database
import Domain

/// Who read, searched, granted, revealed what (P-04). Only appended to.
public struct Journal {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func append(_ entry: JournalEntry, id: ID<JournalEntry>) throws {
        try scope.sql.run(
            """
            /* Journal.append */ INSERT INTO journal (town_id, id, at, actor_id, action, subject_kind, subject, purpose)
            VALUES (\(scope.town), \(id), \(entry.at), \(entry.actor), \(entry.action), \(entry.subjectKind), \(entry.subject),
                    \(entry.purpose))
            """)
    }
}
