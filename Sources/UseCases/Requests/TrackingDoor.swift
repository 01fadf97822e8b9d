import Domain
import Persistence
import Secrets

/// How somebody comes to a request: by a link that only they have, signed in to their own, or under a mandate of the one who asked.
public enum TrackingDoor: Sendable {
    case link(Token)
    case account(ID<HelpRequest>, Actor)
    case mandate(MandateRight, ID<HelpRequest>)

    /// - Parameter power: what a mandate must allow; the person's own doors open everything.
    /// - Throws: `notFound` for a wrong link, and for a request of somebody else; `forbidden` where a mandate does not go so far.
    func request(_ power: Mandate.Power = .follow, in scope: TownTransaction, now: Moment) throws -> HelpRequest {
        switch self {
        case .link(let token):
            guard let request = try HelpRequests(scope).find(tracking: token.hash) else { throw Refusal.notFound }
            return request
        case .account(let id, let actor):
            guard let request = try HelpRequests(scope).find(id), actor.person == request.asker else { throw Refusal.notFound }
            return request
        case .mandate(let right, let id):
            return try right.request(id, power, in: scope, now: now)
        }
    }

    /// Who acts: the asker, or whoever acts in their name.
    func person(of request: HelpRequest) -> ID<Person> {
        if case .mandate(let right, _) = self { right.actor.person ?? request.asker } else { request.asker }
    }

    /// What was done under a mandate is written down with it; what people do themselves is not.
    func note(_ deed: Mandate.Deed, on request: HelpRequest, in scope: TownTransaction, of house: House) throws {
        guard case .mandate(let right, _) = self else { return }
        try right.note(deed, on: request.id, id: house.world.id(), in: scope, now: house.world.now())
    }

    /// The one under which somebody comes, if they do.
    func mandate(in scope: TownTransaction, now: Moment) throws -> Mandate? {
        guard case .mandate(let right, _) = self else { return nil }
        return try right.allow(.follow, in: scope, now: now)
    }

    var isUnderMandate: Bool { if case .mandate = self { true } else { false } }
}
