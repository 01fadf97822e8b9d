/// Words that nobody but their author and the people of the request has read yet.
public struct PendingText: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable { case request, offer, message }

    public var kind: Kind
    /// Of a `HelpRequest`, an `Offer` or a `Message`.
    public var subject: [UInt8]
    public var category: ID<Category>
    public var neighbourhood: ID<Neighbourhood>?
    public var text: String
    /// When it was written, or written anew.
    public var since: Moment

    public init(
        kind: Kind, subject: [UInt8], category: ID<Category>, neighbourhood: ID<Neighbourhood>?, text: String, since: Moment
    ) {
        self.kind = kind
        self.subject = subject
        self.category = category
        self.neighbourhood = neighbourhood
        self.text = text
        self.since = since
    }

    /// Two versions of a text are told apart by it (FNV-1a): a decision counts only for the words that were read.
    public var fingerprint: String {
        String(text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 36)
    }
}
