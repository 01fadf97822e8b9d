import Database
import Domain

/// Who read, searched, granted, revealed what (P-04). Only appended to; each entry is chained to the one before.
public struct Journal {
    let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Call it in the town's ordered write: two entries never take the same number.
    public func append(_ entry: JournalEntry, id: ID<JournalEntry>) throws {
        let chain = try JournalChain(scope)
        let head = try head() ?? adopt(chain)
        let role = try entry.actor.map { JournalLine.role(of: try Roles(scope).of($0)) } ?? JournalLine.system
        let line = JournalLine(number: head.number + 1, id: id, entry: entry, role: role)
        let code = chain.code(of: line, after: head.code)
        try scope.sql.run(
            """
            /* Journal.append */ INSERT INTO journal
              (town_id, number, id, at, actor_id, role, action, subject_kind, subject, purpose, code)
            VALUES (\(scope.town), \(line.number), \(id), \(entry.at), \(entry.actor), \(role), \(entry.action), \(entry.subjectKind),
                    \(entry.subject), \(entry.purpose), \(code))
            """)
        try save(Head(number: line.number, code: code))
    }

    struct Head {
        var number: Int64
        var code: [UInt8]
    }

    func head() throws -> Head? {
        var head: Head?
        try scope.sql.run("/* Journal.head */ SELECT number, code FROM journal_heads WHERE town_id = \(scope.town)") {
            head = Head(number: try $0.next(), code: try $0.next())
        }
        return head
    }

    /// Whether there is an entry about this subject for that purpose.
    public func has(_ purpose: String, about subject: [UInt8]) throws -> Bool {
        try scope.sql.value(
            """
            /* Journal.has */ SELECT 1 FROM journal
            WHERE town_id = \(scope.town) AND subject = \(subject) AND purpose = \(purpose) LIMIT 1
            """
        ) as Int? != nil
    }

    public func lastNumber() throws -> Int64 { try head()?.number ?? 0 }

    func save(_ head: Head) throws {
        try scope.sql.run(
            """
            /* Journal.saveHead */ INSERT INTO journal_heads (town_id, number, code) VALUES (\(scope.town), \(head.number), \(head.code))
            ON CONFLICT (town_id) DO UPDATE SET number = excluded.number, code = excluded.code
            """)
    }

    /// Chains what was written before there was a chain, once.
    private func adopt(_ chain: JournalChain) throws -> Head {
        var head = Head(number: 0, code: [])
        for line in try JournalListing(scope).all() {
            head = Head(number: line.number, code: chain.code(of: line, after: head.code))
            try scope.sql.run(
                "/* Journal.adopt */ UPDATE journal SET code = \(head.code) WHERE town_id = \(scope.town) AND number = \(head.number)")
        }
        return head
    }
}
