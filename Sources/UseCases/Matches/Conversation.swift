import Domain

/// A conversation as one of its two people sees it: first name and initial, and of the rest only what both agreed to show.
public struct Conversation: Sendable {
    public var match: Match
    public var request: HelpRequest
    public var side: Message.Author
    /// First name and initial (G-03).
    public var otherName: String
    /// Who is helped, when somebody else asked for them.
    public var beneficiaryName: String?
    public var messages: [Message]
    public var contact: Contact
    /// Where messages to the other go.
    public var otherIsMailed: Bool
    /// Who rings for the town.
    public var ownerName: String
    /// What this side said of how it went.
    public var outcome: Outcome?
    /// The id of the message written next: the same form sent twice is one message.
    public var nextMessage: ID<Message>
    public var now: Moment
    /// Somebody reads and writes in the asker's name, and sees nobody's telephone or address.
    public var isUnderMandate = false

    /// Telephone and e-mail beside the conversation.
    public struct Contact: Sendable {
        public var sharing: ContactSharing
        /// What this side has to show.
        public var mine: [ContactSharing.Kind: String]
        /// What this side sees of the other.
        public var seen: [ContactSharing.Kind: String]
        /// Of the one who is helped, when passing it on was agreed.
        public var beneficiaryPhone: String?
    }

    /// One of the two has blocked the other; to both it is simply over.
    public var isApart = false

    /// The one on the other side.
    public var other: ID<Person> { side == .helper ? request.asker : match.helper }
    public var isOpen: Bool { !isApart && match.isOpenForWords(now: now) }
    /// The other has no e-mail, and agreed that the helper rings.
    public var isByTelephone: Bool { !otherIsMailed && contact.seen[.phone] != nil }
    public var mayWithdraw: Bool { side == .helper && match.status == .active }
    public var maySayOutcome: Bool { outcome == nil && match.status != .withdrawn && request.status != .cancelled }
}
