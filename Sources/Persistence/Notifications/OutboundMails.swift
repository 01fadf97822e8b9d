import Database
import Domain
import Secrets

/// A mail as it waits and after it went: recipient and content sealed, because links inside open doors.
public struct OutboundMail: Sendable, Equatable {
    public var id: ID<OutboundMail>
    public var recipient: EmailAddress
    public var letter: Letter
    public var language: String
    public var createdAt: Moment

    public init(id: ID<OutboundMail>, recipient: EmailAddress, letter: Letter, language: String, createdAt: Moment) {
        self.id = id
        self.recipient = recipient
        self.letter = letter
        self.language = language
        self.createdAt = createdAt
    }
}

public struct OutboundMails {
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.mail)
    }

    public func insert(_ mail: OutboundMail) throws {
        let row = mail.id.bytes
        try scope.sql.run(
            """
            /* OutboundMails.insert */ INSERT INTO outbound_mails (town_id, id, kind, recipient, content, language, status, created_at)
            VALUES (\(scope.town), \(mail.id), \(mail.letter.kind), \(try sealer.seal(mail.recipient.text, "outbound_mails", "recipient", row)),
                    \(try sealer.seal(LetterText(mail.letter).text, "outbound_mails", "content", row)), \(mail.language),
                    'waiting', \(mail.createdAt))
            """)
    }

    /// One that still waits; nil once it went.
    public func waiting(_ id: ID<OutboundMail>) throws -> OutboundMail? {
        try list(
            """
            /* OutboundMails.waiting */ SELECT id, kind, recipient, content, language, created_at FROM outbound_mails
            WHERE town_id = \(scope.town) AND id = \(id) AND status = 'waiting'
            """
        ).first
    }

    /// One that waits or went.
    public func find(_ id: ID<OutboundMail>) throws -> OutboundMail? {
        try list(
            """
            /* OutboundMails.find */ SELECT id, kind, recipient, content, language, created_at FROM outbound_mails
            WHERE town_id = \(scope.town) AND id = \(id)
            """
        ).first
    }

    /// The newest, for the demo's mail box.
    public func latest(limit: Int) throws -> [OutboundMail] {
        try list(
            """
            /* OutboundMails.latest */ SELECT id, kind, recipient, content, language, created_at FROM outbound_mails
            WHERE town_id = \(scope.town) ORDER BY created_at DESC, id DESC LIMIT \(limit)
            """)
    }

    public func markSent(_ id: ID<OutboundMail>, now: Moment) throws {
        try scope.sql.run(
            """
            /* OutboundMails.markSent */ UPDATE outbound_mails SET status = 'sent', sent_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(id)
            """)
    }

    public func markFailed(_ id: ID<OutboundMail>, error: String) throws {
        try scope.sql.run(
            """
            /* OutboundMails.markFailed */ UPDATE outbound_mails SET status = 'failed', error = \(error)
            WHERE town_id = \(scope.town) AND id = \(id)
            """)
    }

    private func list(_ query: SQL) throws -> [OutboundMail] {
        var mails: [OutboundMail] = []
        try scope.sql.run(query) { mails.append(try OutboundMail(row: &$0, sealer: sealer)) }
        return mails
    }
}

extension OutboundMail {
    fileprivate init(row: inout Row, sealer: Sealer) throws {
        let id: ID<OutboundMail> = try row.next()
        let kind: String = try row.next()
        let recipient = try sealer.open(try row.next(), table: "outbound_mails", column: "recipient", row: id.bytes)
        let content = try sealer.open(try row.next(), table: "outbound_mails", column: "content", row: id.bytes)
        guard let address = EmailAddress(recipient) else { throw DatabaseError(.unexpectedValue, "a mail's recipient is no address") }
        self.init(
            id: id, recipient: address, letter: try LetterText(content).letter(kind), language: try row.next(),
            createdAt: try row.next())
    }
}
