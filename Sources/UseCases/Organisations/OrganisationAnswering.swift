import Domain
import Persistence
import Secrets

/// Answering for an organisation by the link of its mail, without signing in. GET shows, POST answers, and may be repeated.
public struct OrganisationAnswering: Sendable {
    public enum Reply: String, Sendable, CaseIterable { case accept, decline }

    let house: House

    public init(_ house: House) { self.house = house }

    struct Asked {
        var ask: OrganisationAsk
        var organisation: Organisation
        var request: HelpRequest
        var match: Match?
        var standing: OrganisationStanding
        var now: Moment
    }

    /// An answer that comes too late or twice changes nothing, and the page behind the link says how things stand.
    /// - Throws: `notFound` for a wrong link; a refusal of `name` that is too long.
    public func answer(_ token: Token, _ reply: Reply, name: String?, in facts: TownFacts) async throws {
        var reader = FormReader()
        let name = reader.line("name", name, atMost: 80)
        try reader.finish()
        try await house.write(facts.town, listings: reply == .accept ? .needs : []) { scope in
            var asked = try find(token, in: scope, facts)
            guard asked.standing.mayStillAccept else { return }
            asked.ask.answerer = name
            switch reply {
            case .accept: try accept(&asked, facts.town, in: scope)
            case .decline: try decline(&asked, in: scope)
            }
        }
    }

    /// It accepted and cannot after all: the next of its rung is asked at once.
    public func withdraw(_ token: Token, in facts: TownFacts) async throws {
        try await house.write(facts.town, listings: true) { [house] scope in
            var asked = try find(token, in: scope, facts)
            guard case .accepted = asked.standing, let match = asked.match, asked.request.status == .matched else { return }
            try Matching(house).withdraw(match, of: &asked.request, town: facts.town, in: scope, now: asked.now)
        }
    }

    /// How it went, from the organisation's side. Saying it again changes nothing.
    public func finish(_ token: Token, _ form: OutcomeForm, in facts: TownFacts) async throws {
        let said = try form.read()
        try await house.write(facts.town, listings: true) { [house] scope in
            var asked = try find(token, in: scope, facts)
            guard let match = asked.match, asked.ask.match == match.id, match.status != .withdrawn,
                asked.request.status == .matched || asked.request.status == .closed
            else { return }
            let outcome = Outcome(
                request: asked.request.id, match: match.id, side: .helper, result: said.result, reason: said.reason, recordedBy: nil,
                recordedAt: asked.now)
            try RequestClosing(house).record(outcome, of: &asked.request, in: scope)
        }
    }

    func accept(_ asked: inout Asked, _ town: Town, in scope: TownTransaction) throws {
        // Its own ask is answered before the others come too late.
        asked.ask.note(.accepted, at: asked.now)
        try OrganisationAsks(scope).save(asked.ask)
        let match = try Matching(house).begin(
            &asked.request, organisation: asked.organisation, town: town, in: scope, now: asked.now)
        asked.ask.match = match.id
        try OrganisationAsks(scope).save(asked.ask)
        try OrganisationNews(house: house, town: town).accepted(by: asked.organisation, asked.ask, match, of: asked.request, in: scope)
    }

    /// Nobody waits for the clock: the next of the rung is asked at once, else the request goes on up.
    func decline(_ asked: inout Asked, in scope: TownTransaction) throws {
        guard asked.standing == .open else { return }
        let isAwaited = asked.ask.answer == nil
        asked.ask.note(.declined, at: asked.now)
        try OrganisationAsks(scope).save(asked.ask)
        if isAwaited, asked.request.rung == asked.ask.rung { try Ladder.schedule(asked.request.id, at: asked.now, in: scope) }
    }

    /// - Throws: `notFound` when no ask of this town has the link.
    func find(_ token: Token, in scope: TownTransaction, _ facts: TownFacts) throws -> Asked {
        guard let ask = try OrganisationAsks(scope).find(token: token.hash) else { throw Refusal.notFound }
        return try asked(ask, in: scope, facts)
    }

    func asked(_ ask: OrganisationAsk, in scope: TownTransaction, _ facts: TownFacts) throws -> Asked {
        let now = house.world.now()
        guard let request = try HelpRequests(scope).find(ask.request), let organisation = try Organisations(scope).find(ask.organisation)
        else { throw Refusal.notFound }
        let match = try Matches(scope).latest(for: request.id)
        let standing = OrganisationStanding(
            ask, of: organisation, request, match: match, isReserveCalledOut: try ReserveActivations(scope).isOpen(at: now), now: now,
            today: LocalTime(now, in: facts.town.timeZone).midnight)
        return Asked(ask: ask, organisation: organisation, request: request, match: match, standing: standing, now: now)
    }
}
