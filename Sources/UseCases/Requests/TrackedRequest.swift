import Domain
import Persistence
import Secrets

/// What the one who asked sees of their request. Never a count of silent people.
public struct TrackedRequest: Sendable {
    public var request: HelpRequest
    public var asker: Person
    public var beneficiary: Person
    /// Who rings or answers if nobody else does.
    public var ownerName: String
    /// Who said yes, and has not withdrawn: first name and initial.
    public var helperName: String?
    public var match: Match?
    /// In the order in which they were said.
    public var outcomes: [Outcome]
    public var now: Moment

    public var ownOutcome: Outcome? { outcomes.first { $0.side == .asker } }
    /// Until a request is over its asker may change it, take it back, or say that it is done.
    public var isLive: Bool { request.isLive }
    public var maySayOutcome: Bool {
        ownOutcome == nil && (request.status == .open || request.status == .matched || request.status == .closed)
    }
}

extension Requests {
    /// Nil when no request has this link.
    public func tracked(_ token: Token, in facts: TownFacts) async throws -> TrackedRequest? {
        do {
            return try await tracked(.link(token), in: facts)
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return nil
        }
    }

    /// - Throws: `notFound` for a wrong link, and for a request of somebody else.
    public func tracked(_ door: TrackingDoor, in facts: TownFacts) async throws -> TrackedRequest {
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let request = try door.request(in: scope)
            let match = try Matches(scope).latest(for: request.id).flatMap { $0.status == .withdrawn ? nil : $0 }
            let ids = [request.asker, request.beneficiary, request.owner, match?.helper].compactMap(\.self)
            let people = try People(scope).find(ids)
            guard let asker = people[request.asker], let beneficiary = people[request.beneficiary] else { throw Refusal.notFound }
            return TrackedRequest(
                request: request, asker: asker, beneficiary: beneficiary, ownerName: people[request.owner]?.shownName ?? "",
                helperName: match.flatMap { people[$0.helper]?.shownName }, match: match, outcomes: try Outcomes(scope).of(request.id),
                now: now)
        }
    }
}
