import Domain
import Persistence
import Secrets

/// What a helper sees behind the link of an ask: never who asks, nor where exactly; words only once a moderator has read them.
public struct AskedQuestion: Sendable {
    public var standing: AskStanding
    public var category: Category
    public var neighbourhood: Neighbourhood?
    /// Metres between the two quartiers; nil when one is unknown.
    public var distance: Double?
    public var wanted: WhenWanted
    public var publicText: String?
    public var frame: InterventionFrame
    /// When the helper will be asked again, after « not for a while ».
    public var restsUntil: Moment?
}

/// Answering an ask by the token of its mail, without signing in. GET shows, POST answers, and may be repeated.
public struct Answering: Sendable {
    public enum Reply: String, Sendable, CaseIterable { case yes, no, later }

    let house: House

    public init(_ house: House) { self.house = house }

    /// Nil when no ask of this town has the token.
    public func question(_ token: Token, in facts: TownFacts) async throws -> AskedQuestion? {
        try await house.read(facts.town) { scope in
            guard let asked = try find(token, in: scope, facts) else { return nil }
            return try question(asked, in: scope, facts)
        }
    }

    /// Gives an answer; one that comes too late or twice changes nothing, and the page behind the link says how things stand.
    /// - Throws: `notFound` for a wrong token; why not, when the helper may no longer help with this.
    public func answer(_ token: Token, _ reply: Reply, in facts: TownFacts) async throws {
        try await house.write(facts.town, listings: reply != .no) { scope in
            guard let asked = try find(token, in: scope, facts) else { throw Refusal.notFound }
            switch reply {
            case .yes: try yes(asked, facts.town, in: scope)
            case .no: try no(asked, in: scope)
            case .later: try later(asked, in: scope)
            }
        }
    }

    private struct Asked {
        var ask: Ask
        var request: HelpRequest
        var standing: AskStanding
        var now: Moment
    }

    private func find(_ token: Token, in scope: TownTransaction, _ facts: TownFacts) throws -> Asked? {
        let now = house.world.now()
        guard let ask = try Asks(scope).find(token: token.hash), let request = try HelpRequests(scope).find(ask.request) else { return nil }
        let standing = AskStanding(
            ask, request, match: try Matches(scope).latest(for: request.id), now: now,
            today: LocalTime(now, in: facts.town.timeZone).midnight)
        return Asked(ask: ask, request: request, standing: standing, now: now)
    }

    private func question(_ asked: Asked, in scope: TownTransaction, _ facts: TownFacts) throws -> AskedQuestion? {
        guard let category = try Categories(scope).find(asked.request.category) else { return nil }
        let helper = try Helpers(scope).find(asked.ask.helper)
        let place = facts.neighbourhood(asked.request.neighbourhood)
        let home = facts.neighbourhood(helper?.neighbourhood)
        let anchors = [place, home].compactMap(\.self).reduce(into: [:]) { $0[$1.id] = $1.anchor }
        return AskedQuestion(
            standing: asked.standing, category: category, neighbourhood: place,
            distance: Ground(anchors: anchors).distance(.init(neighbourhood: home?.id), .init(neighbourhood: place?.id)),
            wanted: asked.request.wanted,
            publicText: asked.request.review == .approved ? asked.request.publicText : nil, frame: .neighbour,
            restsUntil: helper?.pausedUntil)
    }

    private func yes(_ asked: Asked, _ town: Town, in scope: TownTransaction) throws {
        guard asked.standing.mayStillSayYes else { return }
        var request = asked.request
        let offer = try request.offer.flatMap { try Offers(scope).find($0) }.flatMap { $0.person == asked.ask.helper ? $0.id : nil }
        _ = try Matching(house).begin(
            &request, helper: asked.ask.helper, origin: offer == nil ? .ask : .offer, offer: offer, town: town, in: scope, now: asked.now)
    }

    private func no(_ asked: Asked, in scope: TownTransaction) throws {
        guard asked.standing == .open else { return }
        try Asks(scope).answer(asked.ask.id, .no, now: asked.now)
        try hurry(asked, in: scope)
    }

    private func later(_ asked: Asked, in scope: TownTransaction) throws {
        guard asked.standing == .open || asked.standing == .no, var helper = try Helpers(scope).find(asked.ask.helper) else { return }
        try Asks(scope).answer(asked.ask.id, .later, now: asked.now)
        let rest = asked.now + Ask.rest
        helper.pausedUntil = max(helper.pausedUntil ?? rest, rest)
        try Helpers(scope).save(helper)
        try hurry(asked, in: scope)
    }

    /// When everybody has answered, nobody waits for the clock.
    private func hurry(_ asked: Asked, in scope: TownTransaction) throws {
        guard asked.request.status == .open, asked.request.rung == .helpers else { return }
        if try Asks(scope).open(for: asked.request.id).isEmpty { try Ladder.schedule(asked.request.id, at: asked.now, in: scope) }
    }
}
