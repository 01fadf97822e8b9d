import Domain
import Persistence

extension Dispatch {
    /// Asks some volunteers at once, by the usual mails, whatever the ladder is at. All or none: whoever may not be asked is said by name.
    ///
    /// The weekly budget holds, nobody is asked twice for one request, and nobody at night who did not agree to it.
    /// - Throws: fields `ask-{person}`; `notFound` for somebody who was neither suggested nor found by exact contact.
    public func propose(
        to helpers: [ID<Person>], _ id: ID<HelpRequest>, contact: String? = nil, by actor: Actor, in facts: TownFacts
    ) async throws {
        guard !helpers.isEmpty else { throw Refusal.invalid("prendre-la-main", "refusal.dispatch.nobody") }
        try await house.write(facts.town) { [house] scope in
            let request = try open(id, by: actor, in: scope)
            guard try !isStopped(request, in: scope) else { throw Refusal(.conflict, "refusal.dispatch.stopped") }
            let suggesting = try Suggesting(house, facts, scope, request, by: actor)
            let known = try suggesting.helpers() + (contact.map(suggesting.helpers) ?? [])
            let chosen = try Set(helpers).sorted().map { id in
                guard let one = known.first(where: { $0.person == id }) else { throw Refusal.notFound }
                return one
            }
            let refused = chosen.compactMap { one in
                Self.obstacle(one, suggesting).map { Refusal.Field("ask-\(one.person.text)", $0, ["name": one.name]) }
            }
            guard refused.isEmpty else { throw Refusal.invalid(refused) }
            let step = LadderStep(house: house, town: facts.town, scope: scope, now: suggesting.now)
            let asking = WaveAsking(step: step, request: request, category: suggesting.category, rates: AnswerRates())
            try asking.askByHand(chosen.map(\.person))
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "proposed", in: scope)
        }
    }

    /// Why somebody may not be asked by mail now; nil when they may.
    private static func obstacle(_ one: SuggestedHelper, _ suggesting: Suggesting) -> String? {
        if let refusal = one.refusal { return "assign.obstacle.\(refusal.key)" }
        if one.ask != nil || one.call?.result == .no { return "refusal.dispatch.asked" }
        if !one.isMailed { return "refusal.dispatch.unmailed" }
        if let obstacle = one.obstacle { return "refusal.dispatch.\(obstacle.rawValue)" }
        return suggesting.isNight && suggesting.request.urgency < .urgent ? "refusal.dispatch.night" : nil
    }

    /// An organisation out of its turn. One request asks one at a time; one that has let its time go by no longer counts.
    /// - Throws: `refusal.dispatch.awaited` while another may still answer; `notFound` for one that may not be asked for this.
    public func propose(
        to organisation: ID<Organisation>, _ id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts
    ) async throws {
        try await house.write(facts.town) { [house] scope in
            let request = try open(id, by: actor, in: scope)
            let suggesting = try Suggesting(house, facts, scope, request, by: actor)
            guard let suggested = try suggesting.organisations().first(where: { $0.organisation == organisation }),
                let known = try Organisations(scope).find(organisation)
            else { throw Refusal.notFound }
            guard suggested.mayBeAsked else { return }
            for var ask in try OrganisationAsks(scope).of(id) where ask.answer == nil {
                guard ask.dueAt <= suggesting.now else { throw Refusal(.conflict, "refusal.dispatch.awaited") }
                ask.note(.silent, at: suggesting.now)
                try OrganisationAsks(scope).save(ask)
            }
            try OrganisationRound(house: house, town: facts.town, scope: scope, now: suggesting.now).askByHand(known, for: request)
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "proposed", in: scope)
        }
    }
}
