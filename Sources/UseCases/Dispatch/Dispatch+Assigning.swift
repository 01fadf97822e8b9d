import Domain
import Persistence

extension Dispatch {
    /// A volunteer who said yes on the telephone. Whoever is named must have been suggested or found by exact contact. Twice is once.
    /// - Throws: `refusal.alreadyMatched`; why the rules forbid it.
    public func assign(
        _ helper: ID<Person>, to id: ID<HelpRequest>, contact: String? = nil, by actor: Actor, in facts: TownFacts
    ) async throws {
        try await house.write(facts.town, listings: true) { [house] scope in
            if try dispatched(id, by: actor, in: scope).status == .matched,
                try Matches(scope).active(for: id)?.helper == helper
            {
                return
            }
            let suggesting = try Suggesting(house, facts, scope, try open(id, by: actor, in: scope), by: actor)
            guard try (suggesting.helpers() + (contact.map(suggesting.helpers) ?? [])).contains(where: { $0.person == helper }) else {
                throw Refusal.notFound
            }
            try begin(helper, suggesting)
        }
    }

    /// The rules of any yes hold. Whoever answers for the request's people alone joins somebody to a request whose contacts are stopped.
    func begin(_ helper: ID<Person>, _ suggesting: Suggesting) throws {
        var request = suggesting.request
        let (scope, actor) = (suggesting.scope, suggesting.actor)
        guard try actor.isGuide(of: request) || !isStopped(request, in: scope) else { throw Refusal(.conflict, "refusal.notAvailable") }
        _ = try Matching(house).begin(
            &request, helper: helper, origin: .referent, town: suggesting.facts.town, in: scope, now: suggesting.now)
        try HelperPool(scope).markAsked([helper], now: suggesting.now)
        let purpose = actor.isGuide(of: request) ? "assigned" : "assigned_by_desk"
        try journal(.decided, by: actor, "help_requests", request.id.bytes, for: purpose, in: scope)
    }

    /// An organisation said yes, or no, on the telephone, asked or not. Twice is once.
    /// - Parameter name: of whoever answered, if they said it.
    /// - Throws: `refusal.alreadyMatched`; `notFound` for one that may not be asked for this.
    public func hear(
        _ reply: OrganisationAnswering.Reply, of organisation: ID<Organisation>, about id: ID<HelpRequest>, name: String? = nil,
        by actor: Actor, in facts: TownFacts
    ) async throws {
        var reader = FormReader()
        let name = reader.line("name", name, atMost: 80)
        try reader.finish()
        try await house.write(facts.town, listings: reply == .accept ? .needs : []) { [house] scope in
            if try isWith(organisation, dispatched(id, by: actor, in: scope), in: scope) { return }
            let suggesting = try Suggesting(house, facts, scope, try open(id, by: actor, in: scope), by: actor)
            guard let suggested = try suggesting.organisations().first(where: { $0.organisation == organisation }), suggested.maySayYes,
                reply == .accept || suggested.isAwaited
            else { throw Refusal.notFound }
            let answering = OrganisationAnswering(house)
            var asked = try answering.asked(suggested.ask ?? noted(suggested, suggesting), in: scope, facts)
            guard asked.standing.mayStillAccept else { throw Refusal(.conflict, "refusal.dispatch.organisation") }
            asked.ask.answerer = name
            switch reply {
            case .accept: try answering.accept(&asked, facts.town, in: scope)
            case .decline: try answering.decline(&asked, in: scope)
            }
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "heard_\(reply.rawValue)", in: scope)
        }
    }

    private func isWith(_ organisation: ID<Organisation>, _ request: HelpRequest, in scope: TownTransaction) throws -> Bool {
        guard request.status == .matched, let match = try Matches(scope).active(for: request.id) else { return false }
        return try OrganisationAsks(scope).find(match: match.id)?.organisation == organisation
    }

    /// Nobody wrote to it: what it says by voice is the first that is known of it. Whoever else is asked for the moment need not answer.
    private func noted(_ suggested: SuggestedOrganisation, _ suggesting: Suggesting) throws -> OrganisationAsk {
        let (scope, now) = (suggesting.scope, suggesting.now)
        let asks = try OrganisationAsks(scope)
        try free(suggesting)
        let ask = OrganisationAsk(
            id: house.world.id(), request: suggesting.request.id, organisation: suggested.organisation, rung: suggested.kind.rung,
            sentAt: now, dueAt: now)
        try asks.insert(ask)
        try Organisations(scope).markAsked(suggested.organisation, now: now)
        return ask
    }

    /// One request asks one organisation at a time.
    private func free(_ suggesting: Suggesting) throws {
        for ask in try OrganisationAsks(suggesting.scope).of(suggesting.request.id) where ask.answer == nil {
            try OrganisationNews(house: house, town: suggesting.facts.town)
                .release(ask, as: .unneeded, in: suggesting.scope, now: suggesting.now)
        }
    }
}
