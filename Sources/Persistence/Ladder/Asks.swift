import Database
import Domain

/// Who was asked, and what they said. The schema allows one ask per helper and request.
public struct Asks {
    static let columns: SQL = "id, request_id, wave_id, helper_id, sent_at, due_at, answer, answered_at"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ ask: Ask, tokenHash: [UInt8]) throws {
        try scope.sql.run(
            """
            /* Asks.insert */ INSERT INTO asks (town_id, id, request_id, wave_id, helper_id, token_hash, sent_at, due_at, band, day_part)
            VALUES (\(scope.town), \(ask.id), \(ask.request), \(ask.wave), \(ask.helper), \(tokenHash), \(ask.sentAt), \(ask.dueAt),
                    \(ask.cell?.band), \(ask.cell?.part))
            """)
    }

    /// By the hash of the token in its mail.
    public func find(token hash: [UInt8]) throws -> Ask? {
        try list("/* Asks.token */ SELECT \(Self.columns) FROM asks WHERE town_id = \(scope.town) AND token_hash = \(hash)").first
    }

    /// Those of a request that nobody answered yet.
    public func open(for request: ID<HelpRequest>) throws -> [Ask] {
        try list(
            """
            /* Asks.open */ SELECT \(Self.columns) FROM asks
            WHERE town_id = \(scope.town) AND request_id = \(request) AND answer IS NULL ORDER BY id
            """)
    }

    public func find(_ request: ID<HelpRequest>, helper: ID<Person>) throws -> Ask? {
        try list(
            """
            /* Asks.helper */ SELECT \(Self.columns) FROM asks
            WHERE town_id = \(scope.town) AND request_id = \(request) AND helper_id = \(helper)
            """
        ).first
    }

    /// All that one helper got, newest first.
    public func of(helper: ID<Person>) throws -> [Ask] {
        try list(
            """
            /* Asks.ofHelper */ SELECT \(Self.columns) FROM asks
            WHERE town_id = \(scope.town) AND helper_id = \(helper) ORDER BY sent_at DESC, id DESC
            """)
    }

    /// Kinds of help for which this helper said « never ».
    public func refusedCategories(of helper: ID<Person>) throws -> Set<ID<Category>> {
        Set(
            try scope.sql.values(
                """
                /* Asks.refusedCategories */ SELECT DISTINCT r.category_id FROM asks a
                JOIN help_requests r ON r.town_id = a.town_id AND r.id = a.request_id
                WHERE a.town_id = \(scope.town) AND a.helper_id = \(helper) AND a.answer = 'never'
                """))
    }

    public func answer(_ id: ID<Ask>, _ answer: Ask.Answer, now: Moment) throws {
        try scope.sql.run(
            """
            /* Asks.answer */ UPDATE asks SET answer = \(answer), answered_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(id)
            """)
    }

    /// So that they may be asked anew, by name and by agreement.
    public func delete(_ request: ID<HelpRequest>, helper: ID<Person>) throws {
        try scope.sql.run(
            """
            /* Asks.delete */ DELETE FROM asks
            WHERE town_id = \(scope.town) AND request_id = \(request) AND helper_id = \(helper)
            """)
    }

    private func list(_ query: SQL) throws -> [Ask] {
        var asks: [Ask] = []
        try scope.sql.run(query) { row in
            var ask = Ask(
                id: try row.next(), request: try row.next(), wave: try row.next(), helper: try row.next(), sentAt: try row.next(),
                dueAt: try row.next())
            ask.answer = try row.next()
            ask.answeredAt = try row.next()
            asks.append(ask)
        }
        return asks
    }
}
