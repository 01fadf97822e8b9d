import Domain
import Persistence

/// The second person of a pair, when the ladder looks for somebody: asked by name, before all others.
struct SecondTurn {
    let scope: TownTransaction
    let now: Moment

    /// Who is known and was not asked yet: for one day, or to take over for good.
    func candidate(for request: HelpRequest) throws -> Candidate? {
        if let occasion = try StandingOccasions(scope).find(replacement: request.id) {
            guard let second = try known(of: occasion.request) else { return nil }
            return try HelperPool(scope).candidate(second.person, for: request, now: now)
        }
        guard let second = try secondForGood(request) else { return nil }
        return try HelperPool(scope).candidate(again: second.person, for: request, now: now)
    }

    /// Call it before they are asked: whoever was asked when the pair began may be asked to take it over.
    func noteAsked(for request: HelpRequest) throws {
        guard var second = try secondForGood(request) else { return }
        try Asks(scope).delete(request.id, helper: second.person)
        second.calledAt = now
        try StandingSeconds(scope).save(second)
    }

    func known(of request: ID<HelpRequest>) throws -> StandingSecond? { try StandingSeconds(scope).of(request).first(where: \.isKnown) }

    /// Somebody who said yes when another had: while nobody is known, and they were not proposed before.
    func mayOffer(_ ask: Ask, _ request: HelpRequest) throws -> Bool {
        guard case .every = request.wanted, request.status == .matched else { return false }
        let seconds = try StandingSeconds(scope).of(request.id)
        return !seconds.contains { $0.isKnown || $0.person == ask.helper }
    }

    /// Once for each helper who stopped.
    private func secondForGood(_ request: HelpRequest) throws -> StandingSecond? {
        guard case .every = request.wanted, let second = try known(of: request.id),
            let left = try Matches(scope).latest(for: request.id)?.endedAt, second.calledAt.map({ $0 < left }) ?? true
        else { return nil }
        return second
    }
}
