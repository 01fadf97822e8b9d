import Domain
import Persistence
import Secrets

/// What the holder of a tracking link sees. Never a count of silent people.
public struct TrackedRequest: Sendable {
    public var request: HelpRequest
    public var asker: Person
    public var beneficiary: Person
    /// Who rings or answers if nobody else does.
    public var ownerName: String
    public var now: Moment
}

extension Requests {
    /// Nil when no request has this link.
    public func tracked(_ token: Token, in facts: TownFacts) async throws -> TrackedRequest? {
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            guard let request = try HelpRequests(scope).find(tracking: token.hash) else { return nil }
            let people = try People(scope).find([request.asker, request.beneficiary, request.owner])
            guard let asker = people[request.asker], let beneficiary = people[request.beneficiary] else { return nil }
            return TrackedRequest(
                request: request, asker: asker, beneficiary: beneficiary, ownerName: people[request.owner]?.shownName ?? "", now: now)
        }
    }
}
