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
    /// The other time that this helper proposed, and what became of it.
    public var proposal: TimeProposal?
    public var now: Moment
    /// Somebody else was first to say yes to recurring help: one may still be the second person.
    public var mayBeSecond = false
}

/// Answering an ask by the token of its mail, without signing in. GET shows, POST answers, and may be repeated.
public struct Answering: Sendable {
    public enum Reply: String, Sendable, CaseIterable { case yes, no, later, never }

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
        try await house.write(facts.town, listings: reply == .no ? [] : .needs) { scope in
            guard let asked = try find(token, in: scope, facts) else { throw Refusal.notFound }
            switch reply {
            case .yes: try yes(asked, facts.town, in: scope)
            case .no: try no(asked, in: scope)
            case .later: try later(asked, in: scope)
            case .never: try never(asked, facts.town, in: scope)
            }
            try People(scope).noteSeen(asked.ask.helper, now: asked.now)
        }
    }

    struct Asked {
        var ask: Ask
        var request: HelpRequest
        var standing: AskStanding
        var now: Moment
    }

    func find(_ token: Token, in scope: TownTransaction, _ facts: TownFacts) throws -> Asked? {
        let now = house.world.now()
        guard let ask = try Asks(scope).find(token: token.hash), let request = try HelpRequests(scope).find(ask.request) else { return nil }
        var standing = AskStanding(
            ask, request, match: try Matches(scope).latest(for: request.id), now: now,
            today: LocalTime(now, in: facts.town.timeZone).midnight)
        if standing.mayStillSayYes, try Blocks(scope).between(ask.helper, anyOf: [request.asker, request.beneficiary]) {
            standing = .taken
        }
        return Asked(ask: ask, request: request, standing: standing, now: now)
    }

    private func question(_ asked: Asked, in scope: TownTransaction, _ facts: TownFacts) throws -> AskedQuestion? {
        guard let category = try Categories(scope).find(asked.request.category) else { return nil }
        let helper = try Helpers(scope).find(asked.ask.helper)
        let place = facts.neighbourhood(asked.request.neighbourhood)
        let home = facts.neighbourhood(helper?.neighbourhood)
        let anchors = [place, home].compactMap(\.self).reduce(into: [:]) { $0[$1.id] = $1.anchor }
        var question = AskedQuestion(
            standing: asked.standing, category: category, neighbourhood: place,
            distance: Ground(anchors: anchors).distance(.init(neighbourhood: home?.id), .init(neighbourhood: place?.id)),
            wanted: asked.request.wanted,
            publicText: asked.request.review == .approved ? asked.request.publicText : nil, frame: .neighbour,
            restsUntil: helper?.pausedUntil,
            proposal: try TimeProposals(scope).find(asked.request.id, helper: asked.ask.helper), now: asked.now)
        question.mayBeSecond = try asked.standing == .taken && SecondTurn(scope: scope, now: asked.now).mayOffer(asked.ask, asked.request)
        return question
    }

    private func yes(_ asked: Asked, _ town: Town, in scope: TownTransaction) throws {
        guard asked.standing.mayStillSayYes else { return }
        var request = asked.request
        let offer = try request.offer.flatMap { try Offers(scope).find($0) }.flatMap { $0.person == asked.ask.helper ? $0.id : nil }
        _ = try Matching(house).begin(
            &request, helper: asked.ask.helper, origin: offer == nil ? .ask : .offer, offer: offer, town: town, in: scope, now: asked.now)
    }

    private func no(_ asked: Asked, in scope: TownTransaction) throws {
        guard asked.standing == .open || asked.standing == .proposed else { return }
        try close(asked, .no, in: scope)
    }

    private func later(_ asked: Asked, in scope: TownTransaction) throws {
        guard [.open, .no, .proposed].contains(asked.standing), var helper = try Helpers(scope).find(asked.ask.helper) else { return }
        let rest = asked.now + Ask.rest
        helper.pausedUntil = max(helper.pausedUntil ?? rest, rest)
        try Helpers(scope).save(helper)
        try close(asked, .later, in: scope)
    }

    /// This kind of help is theirs no longer; they hear how to take that back.
    private func never(_ asked: Asked, _ town: Town, in scope: TownTransaction) throws {
        guard [.open, .no, .later, .proposed].contains(asked.standing), var helper = try Helpers(scope).find(asked.ask.helper),
            let category = try Categories(scope).find(asked.request.category)
        else { return }
        helper.categories.remove(category.id)
        try Helpers(scope).save(helper)
        try close(asked, .never, in: scope)
        guard let person = try People(scope).find(helper.person) else { return }
        try Post(house: house, town: town).send(
            LadderLetters(house: house, town: town).never(category, to: person), to: person, in: scope)
    }

    /// An answer that is no yes takes back another time that was proposed before.
    private func close(_ asked: Asked, _ answer: Ask.Answer, in scope: TownTransaction) throws {
        try Asks(scope).answer(asked.ask.id, answer, now: asked.now)
        try TimeProposing.takeBack(of: asked.request.id, helper: asked.ask.helper, in: scope, now: asked.now)
        try hurry(asked, in: scope)
    }

    /// When everybody has answered, nobody waits for the clock.
    func hurry(_ asked: Asked, in scope: TownTransaction) throws {
        guard asked.request.status == .open, asked.request.rung.asksHelpers else { return }
        if try Asks(scope).open(for: asked.request.id).isEmpty { try Ladder.schedule(asked.request.id, at: asked.now, in: scope) }
    }
}
