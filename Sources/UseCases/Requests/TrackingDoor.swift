import Domain
import Persistence
import Secrets

/// How somebody comes to their own request: by a link that only they have, or signed in. Whatever the door, the same page and rights.
public enum TrackingDoor: Sendable {
    case link(Token)
    case account(ID<HelpRequest>, Actor)

    /// - Throws: `notFound` for a wrong link, and for a request of somebody else.
    func request(in scope: TownTransaction) throws -> HelpRequest {
        switch self {
        case .link(let token):
            guard let request = try HelpRequests(scope).find(tracking: token.hash) else { throw Refusal.notFound }
            return request
        case .account(let id, let actor):
            guard let request = try HelpRequests(scope).find(id), actor.person == request.asker else { throw Refusal.notFound }
            return request
        }
    }
}
