import Domain
import Persistence
import Secrets

extension Referents {
    /// A named person says that the helper did not come, or confirms what the asker reported; the helper is asked what happened.
    /// Twice is once.
    public func recordNoShow(on id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let request = try guided(id, by: actor, in: scope, strictly: true)
            guard let match = try Matches(scope).latest(for: id), match.isPersonal, match.status != .withdrawn else {
                throw Refusal.notFound
            }
            try recordNoShow(of: match, request, by: actor, facts.town, in: scope, now: now)
        }
    }

    func recordNoShow(
        of match: Match, _ request: HelpRequest, by actor: Actor, _ town: Town, in scope: TownTransaction, now: Moment
    ) throws {
        guard let person = actor.person else { return }
        let noShows = try NoShows(scope)
        _ = try noShows.insert(NoShow(id: house.world.id(), match: match, notedAt: now))
        guard var noShow = try noShows.of(match.id), noShow.state == .reported else { return }
        noShow.record(by: person, at: now)
        try noShows.save(noShow)
        let token = Token()
        try noShows.setToken(token.hash, of: noShow.id)
        try journal(.decided, by: actor, "help_requests", request.id.bytes, for: "no_show_recorded", in: scope)
        try NoShowLetters(house: house, town: town).asked(noShow, token, about: request, in: scope)
    }

    /// Kept, or struck out; the helper hears which. What was decided first stays.
    /// - Throws: `conflict` when it is to be kept and the helper may still be heard.
    public func decideNoShow(on id: ID<HelpRequest>, keeps: Bool, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let request = try guided(id, by: actor, in: scope, strictly: true)
            guard let person = actor.person, var noShow = try NoShows(scope).about(id).first else { throw Refusal.notFound }
            guard noShow.isOpen else { return }
            let wasTold = noShow.state == .recorded
            try noShow.decide(keeps: keeps, by: person, at: now)
            try NoShows(scope).save(noShow)
            try journal(.decided, by: actor, "help_requests", id.bytes, for: keeps ? "no_show_kept" : "no_show_struck", in: scope)
            if wasTold { try NoShowLetters(house: house, town: facts.town).decided(noShow, about: request, in: scope) }
        }
    }
}
