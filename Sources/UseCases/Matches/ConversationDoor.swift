import Domain
import Persistence

/// How somebody comes to a conversation: the asker from the tracking page, either of the two signed in.
public enum ConversationDoor: Sendable {
    case tracking(TrackingDoor)
    case match(ID<Match>, Actor)

    /// Where somebody sits at the conversation.
    struct Seat {
        var match: Match
        var request: HelpRequest
        var side: Message.Author

        var me: ID<Person> { side == .helper ? match.helper : request.asker }
        var other: ID<Person> { side == .helper ? request.asker : match.helper }
    }

    /// - Throws: `notFound` for whoever is neither of the two, and while nobody has said yes.
    func seat(in scope: TownTransaction) throws -> Seat {
        switch self {
        case .tracking(let door):
            let request = try door.request(in: scope)
            guard let match = try Matches(scope).latest(for: request.id), match.status != .withdrawn else { throw Refusal.notFound }
            return Seat(match: match, request: request, side: .asker)
        case .match(let id, let actor):
            guard let match = try Matches(scope).find(id), let request = try HelpRequests(scope).find(match.request) else {
                throw Refusal.notFound
            }
            if actor.person == match.helper { return Seat(match: match, request: request, side: .helper) }
            guard actor.person == request.asker, match.status != .withdrawn else { throw Refusal.notFound }
            return Seat(match: match, request: request, side: .asker)
        }
    }
}
