/// The identity of a message, `<left@domain>` in its header. Made from the stored id of the mail, so that a second attempt
/// bears the same one and the reader's software shows one message.
public struct MessageID: Sendable, Hashable {
    /// `left@domain`, without the angle brackets.
    public let text: String

    /// Nil unless `left` is a dot-atom of at most 64 characters and `domain` a domain.
    public init?(_ left: String, domain: String) {
        guard MailAddress.isLocalPart(left), MailAddress.isDomain(domain) else { return nil }
        text = "\(left)@\(domain)"
    }
}
