import Domain
import Persistence
import Secrets

/// How somebody comes to a conversation: the asker from the tracking page, either of the two signed in.
public enum ConversationDoor: Sendable {
    case tracking(TrackingDoor)
    case match(ID<Match>, Actor)
    /// An organisation that accepted, by the link of its mail.
    case organisation(Token)

    /// Where somebody sits at the conversation.
    struct Seat {
        var match: Match
        var request: HelpRequest
        var side: Message.Author
        /// The asker's place is taken by somebody who acts in their name.
        var isUnderMandate = false

        var me: ID<Person> { side == .helper ? match.helper : request.asker }
        var other: ID<Person> { side == .helper ? request.asker : match.helper }

        /// Whether the two may write to each other and see what they agreed to show.
        func isOpen(in scope: TownTransaction, now: Moment) throws -> Bool {
            try match.isOpenForWords(now: now) && !Blocks(scope).between(me, other)
        }
    }

    /// - Throws: `notFound` for whoever is neither of the two, and while nobody has said yes.
    /// - Parameter evenWithdrawn: whether the asker sits here though the helper no longer comes.
    func seat(in scope: TownTransaction, now: Moment, evenWithdrawn: Bool = false) throws -> Seat {
        switch self {
        case .tracking(let door):
            let request = try door.request(.converse, in: scope, now: now)
            guard let match = try Matches(scope).latest(for: request.id), evenWithdrawn || match.status != .withdrawn else {
                throw Refusal.notFound
            }
            return Seat(match: match, request: request, side: .asker, isUnderMandate: door.isUnderMandate)
        case .match(let id, let actor):
            guard let match = try Matches(scope).find(id), let request = try HelpRequests(scope).find(match.request) else {
                throw Refusal.notFound
            }
            if actor.person == match.helper { return Seat(match: match, request: request, side: .helper) }
            guard actor.person == request.asker, evenWithdrawn || match.status != .withdrawn else { throw Refusal.notFound }
            return Seat(match: match, request: request, side: .asker)
        case .organisation(let token):
            guard let id = try OrganisationAsks(scope).find(token: token.hash)?.match, let match = try Matches(scope).find(id),
                match.status != .withdrawn, let request = try HelpRequests(scope).find(match.request)
            else { throw Refusal.notFound }
            return Seat(match: match, request: request, side: .helper)
        }
    }

    /// In the transaction of the act itself; what people do themselves is not written down.
    func note(_ deed: Mandate.Deed, on request: HelpRequest, in scope: TownTransaction, of house: House) throws {
        guard case .tracking(let door) = self else { return }
        try door.note(deed, on: request, in: scope, of: house)
    }
}
