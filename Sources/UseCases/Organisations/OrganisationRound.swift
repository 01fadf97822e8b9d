import Domain
import Persistence
import Secrets

/// Asks the organisations of a rung, one after the other, each in its turn and for its share of the rung's time.
struct OrganisationRound {
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment

    private var clock: RungClock { RungClock(town, at: now) }

    /// The rungs on which an organisation is left to ask for this request.
    func rungs(for request: HelpRequest) throws -> Set<Rung> {
        try turn(request, asked: try OrganisationAsks(scope).of(request.id)).rungs(try Organisations(scope).active())
    }

    /// One step of an open request on a rung of organisations: waits, or asks the next.
    /// - Returns: when to look again; nil when nobody is left, or the rung's time is up.
    func run(_ request: HelpRequest) throws -> Moment? {
        var asks = try OrganisationAsks(scope).of(request.id)
        if let position = asks.firstIndex(where: { $0.answer == nil }) {
            if asks[position].rung == request.rung, asks[position].dueAt > now { return try wait(for: asks[position], about: request) }
            asks[position].note(.silent, at: now)
            try OrganisationAsks(scope).save(asks[position])
        }
        guard let until = try time(of: request), until > now else { return nil }
        let waiting = try turn(request, asked: asks).ordered(try Organisations(scope).active(), on: request.rung)
        guard let next = waiting.first else { return nil }
        let morning = clock.waking(atOrAfter: now)
        guard morning == now else { return min(morning, until) }
        return try ask(next, for: request, until: OrganisationAsk.due(from: now, until: until, left: waiting.count, clock))
    }

    /// Until its time is up; on the way there it is reminded once.
    private func wait(for ask: OrganisationAsk, about request: HelpRequest) throws -> Moment {
        guard let reminder = ask.reminder(at: now, clock) else { return ask.dueAt }
        guard reminder == now else { return reminder }
        var ask = ask
        ask.remindedAt = now
        try OrganisationAsks(scope).save(ask)
        if let organisation = try Organisations(scope).find(ask.organisation) { try write(ask, to: organisation, about: request) }
        return ask.dueAt
    }

    private func write(_ ask: OrganisationAsk, to organisation: Organisation, about request: HelpRequest) throws {
        guard let category = try Categories(scope).find(request.category) else { return }
        let place = house.towns.town(id: town.id)?.neighbourhood(request.neighbourhood)
        try OrganisationLetters(house: house, town: town).ask(ask, to: organisation, about: request, category, place, in: scope, now: now)
    }

    /// Until when the rung goes on; the reserve's no longer than it is called out.
    private func time(of request: HelpRequest) throws -> Moment? {
        guard request.rung == .reserve, let due = request.rungDue else { return request.rungDue }
        return try ReserveActivations(scope).ahead(of: now).first { $0.isOpen(at: now) }.map { min(due, $0.until) }
    }

    func turn(_ request: HelpRequest, asked: [OrganisationAsk]) throws -> OrganisationTurn {
        OrganisationTurn(
            request, asked: Set(asked.map(\.organisation)), isReserveCalledOut: try ReserveActivations(scope).isOpen(at: now),
            isStopped: try ContactStops(scope).holds(anyOf: [request.asker, request.beneficiary]))
    }

    /// Out of its turn, for as long as its own rung would last; what it says holds whatever rung the request is on.
    func askByHand(_ organisation: Organisation, for request: HelpRequest) throws {
        let rung = organisation.kind.rung
        _ = try ask(organisation, on: rung, for: request, until: clock.until(rung, from: now, urgency: request.urgency, promise: nil))
    }

    private func ask(_ organisation: Organisation, on rung: Rung? = nil, for request: HelpRequest, until due: Moment) throws -> Moment {
        let ask = OrganisationAsk(
            id: house.world.id(), request: request.id, organisation: organisation.id, rung: rung ?? request.rung, sentAt: now, dueAt: due)
        try OrganisationAsks(scope).insert(ask)
        try Organisations(scope).markAsked(organisation.id, now: now)
        try write(ask, to: organisation, about: request)
        return ask.reminder(at: now, clock) ?? due
    }
}
