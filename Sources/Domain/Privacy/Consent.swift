/// A yes to one optional thing, and its proof (GDPR 7, G-01): one row per purpose, never a global box.
public struct Consent: Sendable, Equatable {
    public enum Purpose: String, Sendable, CaseIterable, Codable {
        /// Passing the telephone number on to the helper of one match.
        case sharePhone = "share_phone"
        case shareEmail = "share_email"
        /// The notice was read out or shown (C-07, G-05).
        case notice
        case charter
    }
    public enum Channel: String, Sendable, CaseIterable, Codable { case web, phone, paper, inPerson = "in_person" }

    public var id: ID<Consent>
    public var person: ID<Person>
    public var purpose: Purpose
    /// What it is about: a match, a request; nil for all.
    public var subject: [UInt8]?
    public var textVersion: String
    public var channel: Channel
    public var collectedBy: ID<Person>?
    public var givenAt: Moment
    public var withdrawnAt: Moment?

    public init(
        id: ID<Consent>, person: ID<Person>, purpose: Purpose, subject: [UInt8]? = nil, textVersion: String, channel: Channel,
        collectedBy: ID<Person>? = nil, givenAt: Moment
    ) {
        self.id = id
        self.person = person
        self.purpose = purpose
        self.subject = subject
        self.textVersion = textVersion
        self.channel = channel
        self.collectedBy = collectedBy
        self.givenAt = givenAt
    }
}
