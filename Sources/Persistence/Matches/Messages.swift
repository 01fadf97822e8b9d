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
            /* Messages.of */ SELECT id, match_id, author, author_id, body, sent_at, held_for, review FROM messages
            WHERE town_id = \(scope.town) AND match_id = \(match) ORDER BY sent_at DESC, id DESC LIMIT 500
            """
        ) { messages.append(try message(&$0)) }
        return messages.reversed()
    }

    /// All that one person wrote, oldest first; what the others wrote is theirs.
    public func written(by person: ID<Person>) throws -> [Message] {
        var messages: [Message] = []
        try scope.sql.run(
            """
            /* Messages.written */ SELECT id, match_id, author, author_id, body, sent_at, held_for, review FROM messages
            WHERE town_id = \(scope.town) AND author_id = \(person) ORDER BY sent_at, id
            """
        ) { messages.append(try message(&$0)) }
        return messages
    }

    private func message(_ row: inout Row) throws -> Message {
        let id: ID<Message> = try row.next()
        var message = Message(
            id: id, match: try row.next(), author: try row.next(), authorID: try row.next(),
            body: try sealer.open(try row.next(), table: "messages", column: "body", row: id.bytes), sentAt: try row.next())
        (message.heldFor, message.review) = (try row.next(), try row.next())
        return message
    }

    /// False when a message with this id is there already: the same form was sent twice.
    public func insert(_ message: Message) throws -> Bool {
        let body = try sealer.seal(message.body, table: "messages", column: "body", row: message.id.bytes)
        return try scope.sql.run(
            """
            /* Messages.insert */ INSERT INTO messages (town_id, id, match_id, author, author_id, body, sent_at, held_for, review)
            VALUES (\(scope.town), \(message.id), \(message.match), \(message.author), \(message.authorID), \(body), \(message.sentAt),
              \(message.heldFor), \(message.review))
            ON CONFLICT (town_id, id) DO NOTHING
            """) == 1
    }

    public func find(_ id: ID<Message>) throws -> Message? {
        var found: Message?
        try scope.sql.run(
            """
            /* Messages.find */ SELECT id, match_id, author, author_id, body, sent_at, held_for, review FROM messages
            WHERE town_id = \(scope.town) AND id = \(id)
            """
        ) { found = try message(&$0) }
        return found
    }

    /// One that was held goes to the other now, in these words.
    public func deliver(_ id: ID<Message>, saying words: String, now: Moment) throws {
        let body = try sealer.seal(words, table: "messages", column: "body", row: id.bytes)
        try scope.sql.run(
            """
            /* Messages.deliver */ UPDATE messages SET review = 'approved', body = \(body), sent_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(id) AND held_for IS NOT NULL
            """)
    }

    public func refuse(_ id: ID<Message>) throws {
        try scope.sql.run(
            """
            /* Messages.refuse */ UPDATE messages SET review = 'refused'
            WHERE town_id = \(scope.town) AND id = \(id) AND held_for IS NOT NULL
            """)
    }

    private static let delivered: SQL = "(held_for IS NULL OR review = 'approved')"

    /// How many one side has written that the other got, and whose was the last.
    public func count(in match: ID<Match>, by author: Message.Author) throws -> Int {
        try scope.sql.value(
            """
            /* Messages.count */ SELECT count(*) FROM messages
            WHERE town_id = \(scope.town) AND match_id = \(match) AND author = \(author) AND \(Self.delivered)
            """) ?? 0
    }

    public func lastAuthor(in match: ID<Match>) throws -> Message.Author? {
        try scope.sql.value(
            """
            /* Messages.lastAuthor */ SELECT author FROM messages
            WHERE town_id = \(scope.town) AND match_id = \(match) AND \(Self.delivered) ORDER BY sent_at DESC, id DESC LIMIT 1
            """)
    }
}
