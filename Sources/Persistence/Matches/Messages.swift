import Database
import Domain
import Secrets

/// What the two people of a match wrote to each other; the words lie sealed.
public struct Messages {
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.messages)
    }

    /// The last 500, oldest first.
    public func of(_ match: ID<Match>) throws -> [Message] {
        var messages: [Message] = []
        try scope.sql.run(
            """
            /* Messages.of */ SELECT id, match_id, author, author_id, body, sent_at FROM messages
            WHERE town_id = \(scope.town) AND match_id = \(match) ORDER BY sent_at DESC, id DESC LIMIT 500
            """
        ) { row in
            let id: ID<Message> = try row.next()
            messages.append(
                Message(
                    id: id, match: try row.next(), author: try row.next(), authorID: try row.next(),
                    body: try sealer.open(try row.next(), table: "messages", column: "body", row: id.bytes), sentAt: try row.next()))
        }
        return messages.reversed()
    }

    /// False when a message with this id is there already: the same form was sent twice.
    public func insert(_ message: Message) throws -> Bool {
        let body = try sealer.seal(message.body, table: "messages", column: "body", row: message.id.bytes)
        return try scope.sql.run(
            """
            /* Messages.insert */ INSERT INTO messages (town_id, id, match_id, author, author_id, body, sent_at)
            VALUES (\(scope.town), \(message.id), \(message.match), \(message.author), \(message.authorID), \(body), \(message.sentAt))
            ON CONFLICT (town_id, id) DO NOTHING
            """) == 1
    }

    /// How many one side has written, and who wrote last.
    public func count(in match: ID<Match>, by author: Message.Author) throws -> Int {
        try scope.sql.value(
            """
            /* Messages.count */ SELECT count(*) FROM messages
            WHERE town_id = \(scope.town) AND match_id = \(match) AND author = \(author)
            """) ?? 0
    }

    public func lastAuthor(in match: ID<Match>) throws -> Message.Author? {
        try scope.sql.value(
            """
            /* Messages.lastAuthor */ SELECT author FROM messages
            WHERE town_id = \(scope.town) AND match_id = \(match) ORDER BY sent_at DESC, id DESC LIMIT 1
            """)
    }
}
