import Foundation

/// One message to one person.
public struct MailMessage: Sendable, Equatable {
    /// The only headers a caller may add.
    public enum Header: Sendable, Equatable {
        /// One-click unsubscription (RFC 8058): the address takes a POST without cookie or redirect. For digests, not for matches.
        case listUnsubscribe(URL)
        /// Not written by a person (RFC 3834), so that holiday responders keep quiet.
        case autoSubmitted
    }

    /// Also the envelope's sender, which bounces go to.
    public var from: MailAddress
    public var to: MailAddress
    public var replyTo: MailAddress?
    /// Any text; line ends and control characters become blanks.
    public var subject: String
    /// Plain text; lines end as they like.
    public var text: String
    public var html: String?
    public var messageID: MessageID
    /// Milliseconds since 1970, UTC.
    public var date: Int
    /// A language tag such as "fr".
    public var language: String
    public var headers: [Header]

    public init(
        from: MailAddress, to: MailAddress, replyTo: MailAddress? = nil, subject: String, text: String, html: String? = nil,
        messageID: MessageID, date: Int, language: String, headers: [Header] = [.autoSubmitted]
    ) {
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.text = text
        self.html = html
        self.messageID = messageID
        self.date = date
        self.language = language
        self.headers = headers
    }
}
