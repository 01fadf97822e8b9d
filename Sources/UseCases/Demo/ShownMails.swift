import Domain
import JobQueue
import Localization
import Persistence

/// The mails of all towns, in a demo that has no mail server to give them to.
public struct ShownMails: Sendable {
    private static let limit = 200
    let house: House

    public init(_ house: House) { self.house = house }

    public var catalogue: Catalogue { house.catalogue }

    public struct Mail: Sendable, Equatable {
        public var id: String
        public var town: Town
        public var to: String
        public var subject: String
        public var text: String
        public var html: String
        public var language: String
        public var at: Moment

        init(_ mail: OutboundMail, of town: Town, in house: House) {
            let layout = Post(house: house, town: town).layout(mail)
            id = mail.id.text
            self.town = town
            to = mail.recipient.text
            subject = mail.letter.subject
            text = layout.text
            html = layout.html
            language = mail.language
            at = mail.createdAt
        }

        /// Web addresses in the text, each once.
        public var links: [String] { MailLinks.found(in: text) }
    }

    /// The newest first, at most 200.
    public func latest() async throws -> [Mail] {
        try demoOnly()
        var mails: [Mail] = []
        for town in house.towns.all.map(\.town) {
            mails += try await house.read(town) { try OutboundMails($0).latest(limit: Self.limit) }.map { Mail($0, of: town, in: house) }
        }
        return Array(mails.sorted { ($0.at, $0.id) > ($1.at, $1.id) }.prefix(Self.limit))
    }

    public func find(_ text: String, town slug: String) async throws -> Mail {
        try demoOnly()
        guard let id = ID<OutboundMail>(text: text), let town = house.towns.town(slug: slug)?.town,
            let mail = try await house.read(town, { try OutboundMails($0).find(id) })
        else { throw Refusal.notFound }
        return Mail(mail, of: town, in: house)
    }

    /// Instead of sending: a mail that is shown has arrived.
    public var handlers: [String: JobHandler] {
        [
            Post.job: { [house] job in
                guard house.towns.isDemo else { throw JobGaveUp("no mail server") }
                guard let id = ID<OutboundMail>(text: job.payload) else { throw JobGaveUp("a mail without an id") }
                let now = house.world.now()
                return { try OutboundMails(TownTransaction($0, town: job.town, keys: house.keys)).markSent(id, now: now) }
            }
        ]
    }

    private func demoOnly() throws(Refusal) {
        guard house.towns.isDemo else { throw .notFound }
    }
}

/// The web addresses in a text, without the punctuation behind them.
public enum MailLinks {
    /// Each once, in order.
    public static func found(in text: String) -> [String] {
        var links: [String] = []
        for case .link(let link) in pieces(of: text) where !links.contains(link) { links.append(link) }
        return links
    }

    public enum Piece: Equatable, Sendable {
        case text(String)
        case link(String)
    }

    /// The text cut into addresses and what is between them.
    public static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var start = text.startIndex
        for match in text.matches(of: /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?]/) {
            if start < match.range.lowerBound { pieces.append(.text(String(text[start..<match.range.lowerBound]))) }
            pieces.append(.link(String(match.output)))
            start = match.range.upperBound
        }
        if start < text.endIndex { pieces.append(.text(String(text[start...]))) }
        return pieces
    }
}
