import Domain
import Persistence

extension Referents {
    /// How it went, as the referent heard it. What this side said first stays.
    public func record(_ form: OutcomeForm, of id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws {
        let said = try form.read()
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            var request = try guided(id, by: actor, in: scope)
            try record(said, of: &request, by: actor, facts.town, in: scope, now: now)
        }
    }

    /// On a request that was read in this transaction, and by somebody who may.
    func record(
        _ said: (result: Outcome.Result, reason: Outcome.Reason?), of request: inout HelpRequest, by actor: Actor, _ town: Town,
        in scope: TownTransaction, now: Moment
    ) throws {
        guard request.status != .awaitingAgreement else { throw Refusal(.conflict, "refusal.agreementFirst") }
        guard request.status != .cancelled else { return }
        let match = try Matches(scope).latest(for: request.id)
        let outcome = Outcome(
            request: request.id, match: match?.status == .withdrawn ? nil : match?.id, side: .referent, result: said.result,
            reason: said.reason, recordedBy: actor.person, recordedAt: now)
        let isNew = try RequestClosing(house).record(outcome, of: &request, in: scope)
        if isNew, said.reason == .nobodyCame, let match, match.isPersonal, match.status != .withdrawn {
            try recordNoShow(of: match, request, by: actor, town, in: scope, now: now)
        }
    }

    /// Closes a request that nobody can or need answer.
    /// - Parameter tells: whether the asker is still to be told, by mail or by voice.
    public func cancel(
        _ id: ID<HelpRequest>, _ reason: CancelReason, tells: Bool, by actor: Actor, in facts: TownFacts
    ) async throws {
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            var request = try guided(id, by: actor, in: scope, strictly: true)
            guard request.isLive else { return }
            try end(&request, reason, by: actor, tells: tells, town: facts.town, in: scope, now: now)
        }
    }

    func end(
        _ request: inout HelpRequest, _ reason: CancelReason, by actor: Actor, tells: Bool, town: Town, in scope: TownTransaction,
        now: Moment
    ) throws {
        let closing = RequestClosing(house)
        let match = try closing.end(&request, as: .cancelled, in: scope, now: now)
        try journal(.decided, by: actor, "help_requests", request.id.bytes, for: reason.purpose, in: scope)
        if let match { try closing.tellHelper(of: match, about: request, town, in: scope) }
        if tells { try RequestNews(house: house, town: town, request: request).cancelled(reason, in: scope, now: now) }
    }
}
