import Domain
import Persistence

/// A request as it is spoken of on the telephone: state and promise, nobody's name but the owner's.
public struct SpokenRequest: Sendable {
    public var request: HelpRequest
    public var ownerName: String
    /// The caller has no e-mail address: everything is told by voice.
    public var isRung: Bool
    /// Nobody can ring or write to whoever left nothing: they ring again.
    public var isReachable: Bool
    /// Whether the person who looks may open it.
    public var mayOpen: Bool
    /// Whether somebody is still to be found, and they may.
    public var mayDispatch: Bool
    public var now: Moment
}

extension Referents {
    /// By the reference that a caller says; a search that the journal keeps. Operators may of any request of the town.
    public func spoken(_ reference: Reference, by actor: Actor, in facts: TownFacts) async throws -> SpokenRequest {
        guard actor.answersCalls else { throw Refusal.notFound }
        let now = house.world.now()
        let found = try await house.write(facts.town) { scope -> SpokenRequest? in
            let request = try HelpRequests(scope).find(reference)
            try journal(.searched, by: actor, "help_requests", request?.id.bytes, for: "reference", in: scope)
            guard let request, actor.maySpeak(of: request) else { return nil }
            return try spoken(request, by: actor, now, in: scope)
        }
        guard let found else { throw Refusal(.notFound, "refusal.reference") }
        return found
    }

    func spoken(_ request: HelpRequest, by actor: Actor, _ now: Moment, in scope: TownTransaction) throws -> SpokenRequest {
        let people = try People(scope).find([request.owner, request.asker])
        return SpokenRequest(
            request: request, ownerName: people[request.owner]?.shownName ?? "", isRung: people[request.asker]?.isMailed != true,
            isReachable: people[request.asker].map { $0.phone != nil || $0.isMailed } ?? false, mayOpen: actor.mayGuide(request),
            mayDispatch: request.status == .open && actor.mayDispatch(request), now: now)
    }
}
