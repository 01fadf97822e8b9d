import Domain
import Persistence
import Secrets

/// What a request's clock brings: a wave of asks, more waiting, or its owner. It does nothing for one that is answered or gone.
struct LadderStep {
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment

    private var clock: RungClock { RungClock(town.settings.ladder, in: town.timeZone) }

    func run(_ id: ID<HelpRequest>) throws {
        guard var request = try HelpRequests(scope).find(id), request.status == .open, request.rung == .helpers else { return }
        guard let due = request.rungDue, due > now, let category = try Categories(scope).find(request.category) else {
            return try climb(&request)
        }
        if let pause = try pause(of: request) { return try wait(request, until: pause, due) }
        let spot = try People(scope).find(request.beneficiary)?.spot
        let ground = ground
        func search(at moment: Moment) -> HelperSearch {
            HelperSearch(request, category, point: spot?.point, on: ground, at: moment, in: town.timeZone)
        }
        let chosen = search(at: now)
        if let helper = try chosenHelper(for: request), chosen.isWilling(helper) {
            let next = clock.nextWave(after: now, urgency: request.urgency)
            try ask([helper], for: request, category, until: min(next, due), byName: true)
            return try wait(request, until: next, due)
        }
        let next = clock.nextWave(after: now, urgency: request.urgency)
        let closest = try closest(to: request, spot)
        let pool = search(at: now).ordered(closest).isEmpty ? try HelperPool(scope).candidates(for: request, now: now) : closest
        func eligible(at moment: Moment) -> [Candidate] { search(at: moment).ordered(pool) }
        let found = eligible(at: now)
        if !found.isEmpty {
            try ask(found, for: request, category, until: min(next, due))
            try wait(request, until: next, due)
        } else if try !Asks(scope).open(for: id).isEmpty || (next < due && !eligible(at: next).isEmpty) {
            try wait(request, until: next, due)
        } else {
            try climb(&request)
        }
    }

    /// Those whom the asker would rather have asked first; when none of them is left, everybody is asked.
    private func closest(to request: HelpRequest, _ spot: Spot?) throws -> [Candidate] {
        guard let first = request.askedFirst else { return [] }
        return try HelperPool(scope).candidates(for: request, within: first, of: spot, now: now)
    }

    private var ground: Ground { house.towns.town(id: town.id)?.ground ?? Ground(anchors: [:]) }

    /// Whose offer the request answers, as long as they were not asked.
    private func chosenHelper(for request: HelpRequest) throws -> Candidate? {
        guard let id = request.offer, let offer = try Offers(scope).find(id), offer.status == .active else { return nil }
        return try HelperPool(scope).candidate(offer.person, for: request, now: now)
    }

    /// Until when nobody is asked: by night, and while those of the last wave still have time to answer.
    private func pause(of request: HelpRequest) throws -> Moment? {
        let morning = clock.waking(atOrAfter: now)
        if morning > now { return morning }
        guard let last = try Waves(scope).latest(for: request.id), last.dueAt > now else { return nil }
        return try Asks(scope).open(for: request.id).isEmpty ? nil : last.dueAt
    }

    private func wait(_ request: HelpRequest, until moment: Moment, _ due: Moment) throws {
        try Ladder.schedule(request.id, at: min(moment, due), in: scope)
    }

    private func climb(_ request: inout HelpRequest) throws { try Ladder(house).climb(&request, town: town, in: scope, now: now) }

    private func ask(_ eligible: [Candidate], for request: HelpRequest, _ category: Category, until due: Moment, byName: Bool = false)
        throws
    {
        let chosen = eligible.prefix(max(1, town.settings.ladder.waveSize)).map(\.helper.person)
        let number = (try Waves(scope).latest(for: request.id)?.number ?? 0) + 1
        let wave = Wave(
            id: house.world.id(), request: request.id, number: number, asked: chosen.count, eligible: eligible.count, startedAt: now,
            dueAt: due)
        try Waves(scope).insert(wave)
        try HelperPool(scope).markAsked(chosen, now: now)
        let people = try People(scope).find(chosen)
        let letters = LadderLetters(house: house, town: town)
        let place = house.towns.town(id: town.id)?.neighbourhood(request.neighbourhood)
        for helper in chosen {
            let token = Token()
            let ask = Ask(
                id: house.world.id(), request: request.id, wave: wave.id, helper: helper, sentAt: now, dueAt: request.rungDue ?? due)
            try Asks(scope).insert(ask, tokenHash: token.hash)
            guard let person = people[helper] else { continue }
            try Post(house: house, town: town).send(
                letters.ask(ask, token, of: request, category, place, byName: byName, to: person), to: person, in: scope)
        }
    }
}
