import Database
import Domain
import Persistence

extension Matching {
    /// The helper of a match can no longer come: the request is open again at once, and others are asked.
    /// Harmless when the match was over already; to anybody but its helper the match does not exist.
    public func withdraw(_ id: ID<Match>, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            guard let match = try Matches(scope).find(id), match.helper == actor.person,
                var request = try HelpRequests(scope).find(match.request)
            else { throw Refusal.notFound }
            guard match.status == .active, request.status == .matched else { return }
            try withdraw(match, of: &request, town: facts.town, in: scope, now: now)
        }
    }

    /// - Parameter isTold: whether the asker has still to hear of it.
    func withdraw(
        _ match: Match, of request: inout HelpRequest, town: Town, in scope: TownTransaction, now: Moment, isTold: Bool = true
    ) throws {
        var match = match
        match.status = .withdrawn
        match.endedAt = now
        try Matches(scope).save(match)
        guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
        request.matchedAt = nil
        if try !giveBack(match, &request, town: town, in: scope, now: now) {
            try Ladder(house).restart(&request, town: town, in: scope, now: now)
        }
        try alarm(match, of: request, town: town, in: scope, now: now)
        if isTold { try MatchNews(house: house, town: town, request: request, category: category).withdrew(in: scope, now: now) }
    }
}
