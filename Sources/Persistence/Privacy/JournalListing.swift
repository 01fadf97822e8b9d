import Database
import Domain

/// The journal as it is read: newest first, page by page.
public struct JournalListing {
    private static let columns: SQL = "number, id, at, actor_id, action, subject_kind, subject, purpose, role"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// - Parameter before: only entries with a smaller number.
    public func page(_ filter: JournalFilter, before: Int64?, limit: Int) throws -> [JournalLine] {
        var conditions: SQL = "town_id = \(scope.town)"
        if let before { conditions = "\(conditions) AND number < \(before)" }
        if let from = filter.from { conditions = "\(conditions) AND at >= \(from)" }
        if let until = filter.until { conditions = "\(conditions) AND at < \(until)" }
        if let action = filter.action { conditions = "\(conditions) AND action = \(action)" }
        if let actor = filter.actor { conditions = "\(conditions) AND actor_id = \(actor)" }
        if let subject = filter.subject { conditions = "\(conditions) AND subject = \(subject)" }
        if let role = filter.role { conditions = "\(conditions) AND role LIKE \("%\(role)%")" }
        return try lines(
            "/* JournalListing.page */ SELECT \(Self.columns) FROM journal WHERE \(conditions) ORDER BY number DESC LIMIT \(limit)")
    }

    /// What happened to somebody and to what is theirs, newest first: their right to know (GDPR 15, P-01).
    /// - Parameter subjects: the ids, as bytes, of the person and of their requests.
    public func about(_ subjects: [[UInt8]]) throws -> [JournalLine] {
        try lines(
            """
            /* JournalListing.about */ SELECT \(Self.columns) FROM journal
            WHERE town_id = \(scope.town) AND subject IN \(list: subjects) ORDER BY number DESC
            """)
    }

    public func find(_ number: Int64) throws -> JournalLine? {
        try lines(
            "/* JournalListing.find */ SELECT \(Self.columns) FROM journal WHERE town_id = \(scope.town) AND number = \(number)"
        ).first
    }

    func all() throws -> [JournalLine] {
        try lines("/* JournalListing.all */ SELECT \(Self.columns) FROM journal WHERE town_id = \(scope.town) ORDER BY number")
    }

    private func lines(_ query: SQL) throws -> [JournalLine] {
        var lines: [JournalLine] = []
        try scope.sql.run(query) { lines.append(try Self.line(&$0)) }
        return lines
    }

    static func line(_ row: inout Row) throws -> JournalLine {
        let (number, id): (Int64, ID<JournalEntry>) = (try row.next(), try row.next())
        let entry = JournalEntry(
            at: try row.next(), actor: try row.next(), action: try row.next(), subjectKind: try row.next(), subject: try row.next(),
            purpose: try row.next())
        return JournalLine(number: number, id: id, entry: entry, role: try row.next())
    }
}
