import Domain
import Persistence
import Secrets

/// What opens an invitation: the token of a mail's link, or the code of a printed letter.
public enum InvitationDoor: Sendable, Equatable {
    case link(Token)
    case code(InvitationCode)

    /// As it stands in the address, or as it is typed.
    public init?(_ text: String) {
        if let token = Token(text: text) {
            self = .link(token)
        } else if let code = InvitationCode(text) {
            self = .code(code)
        } else {
            return nil
        }
    }

    /// Only the mail proves an address.
    public var provesAddress: Bool { if case .link = self { true } else { false } }

    func invitation(in scope: TownTransaction, now: Moment) throws -> Invitation? {
        let invitations = try Invitations(scope)
        return switch self {
        case .link(let token): try invitations.find(token.hash, now: now)
        case .code(let code): try invitations.find(code, now: now)
        }
    }
}
