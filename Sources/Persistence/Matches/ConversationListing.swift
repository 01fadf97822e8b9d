import Database
import Domain

/// Somebody's conversations, the newest match first.
public struct ConversationListing {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func asHelper(_ person: ID<Person>) throws -> [ConversationLine] {
        try list(
            """
            /* ConversationListing.asHelper */ SELECT \(Self.columns), r.asker_id \(Self.source)
            WHERE m.town_id = \(scope.town) AND m.helper_id = \(person) ORDER BY m.created_at DESC, m.id DESC LIMIT 50
            """)
    }

    public func asAsker(_ person: ID<Person>) throws -> [ConversationLine] {
        try list(
            """
            /* ConversationListing.asAsker */ SELECT \(Self.columns), m.helper_id \(Self.source)
            WHERE r.town_id = \(scope.town) AND r.asker_id = \(person) AND m.status <> 'withdrawn'
            ORDER BY m.created_at DESC, m.id DESC LIMIT 50
            """)
    }

    private static let columns: SQL = """
        m.id, r.id, r.reference, r.category_id, r.neighbourhood_id, m.status, m.created_at,
        (SELECT max(x.sent_at) FROM messages x WHERE x.town_id = m.town_id AND x.match_id = m.id
          AND (x.held_for IS NULL OR x.review = 'approved'))
        """
    private static let source: SQL = "FROM matches m JOIN help_requests r ON r.town_id = m.town_id AND r.id = m.request_id"

    private func list(_ query: SQL) throws -> [ConversationLine] {
        var lines: [ConversationLine] = []
        try scope.sql.run(query) { row in
            let match: ID<Match> = try row.next()
            let request: ID<HelpRequest> = try row.next()
            let reference: Reference = try row.next()
            let category: ID<Category> = try row.next()
            let neighbourhood: ID<Neighbourhood>? = try row.next()
            let status: Match.Status = try row.next()
            let createdAt: Moment = try row.next()
            let lastMessageAt: Moment? = try row.next()
            lines.append(
                ConversationLine(
                    match: match, request: request, reference: reference, category: category, neighbourhood: neighbourhood,
                    other: try row.next(), status: status, createdAt: createdAt, lastMessageAt: lastMessageAt))
        }
        return lines
    }
}
