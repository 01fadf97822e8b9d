import Domain
import Persistence
import Secrets

/// Finds whom to ask for one request, and asks them.
struct WaveAsking {
    let step: LadderStep
    let request: HelpRequest
    let category: Category
    let rates: AnswerRates

    private var house: House { step.house }
    private var town: Town { step.town }
    private var scope: TownTransaction { step.scope }
    private var now: Moment { step.now }
    private var part: AnswerRates.DayPart { .init(hour: LocalTime(now, in: town.timeZone).hour) }

    /// Whose offer the request answers is asked alone, as long as they were not; so is the second person of a standing pair.
    func askChosenHelper() throws -> Bool { try askWhoOffered() || askSecond() }

    private func askSecond() throws -> Bool {
        let second = SecondTurn(scope: scope, now: now)
        guard let candidate = try second.candidate(for: request), try finding.search(at: now).isWilling(candidate) else { return false }
        try second.noteAsked(for: request)
        try askAlone(candidate.helper.person)
        return true
    }

    private func askWhoOffered() throws -> Bool {
        guard let id = request.offer, let offer = try Offers(scope).find(id), offer.status == .active,
            let candidate = try HelperPool(scope).candidate(offer.person, for: request, now: now),
            try finding.search(at: now).isWilling(candidate)
        else { return false }
        try askAlone(offer.person)
        return true
    }

    private func askAlone(_ helper: ID<Person>) throws {
        let reasoning = WaveReasoning(asked: 1, eligible: 1, known: 0, newcomers: 0, chance: 0, measured: 0, excluded: [:])
        try ask([(helper, nil)], reasoning, byName: true)
    }

    /// A wave made by hand; nobody is counted in the town's answer rates. Those who were asked have as long as those of any other wave.
    func askByHand(_ helpers: [ID<Person>]) throws {
        let reasoning = WaveReasoning(
            asked: helpers.count, eligible: helpers.count, known: 0, newcomers: 0, chance: 0, measured: 0, excluded: [:])
        try ask(helpers.map { ($0, nil) }, reasoning, byName: true, until: step.clock.nextWave(after: now, urgency: request.urgency))
    }

    /// - Parameter result: not empty.
    func askWave(_ result: HelperSearch.Result) throws {
        let settings = step.settings
        let plan = WavePlan(
            result, rates, category: category.id, part: part, target: settings.target(request.urgency),
            most: settings.waveSize(request.urgency), newcomerShare: settings.newcomerShare)
        try ask(plan.chosen.map { ($0.person, cell($0)) }, plan.reasoning)
    }

    /// Whom a plan of many requests chose for this one.
    func ask(_ chosen: [HelperSearch.Found], of result: HelperSearch.Result, plannedWith others: Int) throws {
        var reasoning = WaveReasoning(chosen, of: result, rates, category: category.id, part: part)
        reasoning.plannedWith = others
        try ask(chosen.map { ($0.person, cell($0)) }, reasoning)
    }

    func isAnybodyThere(at moment: Moment) throws -> Bool { try finding.isAnybodyThere(at: moment) }

    /// When the wave after this one goes out: by night only where somebody agreed to be asked then.
    func nextWave() throws -> Moment {
        let byDay = step.clock.nextWave(after: now, urgency: request.urgency)
        let soon = now + step.settings.waveTime(request.urgency)
        guard soon < byDay, request.urgency == .urgent, try isAnybodyThere(at: soon) else { return byDay }
        return soon
    }

    /// As `WaveFinding.result`.
    func result(from pools: HelperPools?) throws -> HelperSearch.Result { try finding.result(from: pools) }

    private var finding: WaveFinding { WaveFinding(house, town, scope, request, category, now: now) }

    private func cell(_ found: HelperSearch.Found) -> AnswerRates.Cell { .init(category: category.id, part: part, band: found.band) }

    private func ask(
        _ chosen: [(helper: ID<Person>, cell: AnswerRates.Cell?)], _ reasoning: WaveReasoning, byName: Bool = false, until: Moment? = nil
    ) throws {
        let due = try until ?? min(nextWave(), request.rungDue ?? now)
        var wave = Wave(
            id: house.world.id(), request: request.id, number: (try Waves(scope).latest(for: request.id)?.number ?? 0) + 1,
            asked: chosen.count, eligible: reasoning.eligible, startedAt: now, dueAt: due)
        (wave.rung, wave.reasoning) = (request.rung, reasoning)
        try Waves(scope).insert(wave)
        try HelperPool(scope).markAsked(chosen.map(\.helper), now: now)
        let people = try People(scope).find(chosen.map(\.helper))
        let letters = LadderLetters(house: house, town: town)
        let place = house.towns.town(id: town.id)?.neighbourhood(request.neighbourhood)
        for (helper, cell) in chosen {
            let token = Token()
            var ask = Ask(
                id: house.world.id(), request: request.id, wave: wave.id, helper: helper, sentAt: now,
                dueAt: max(request.promise ?? due, until ?? due))
            ask.cell = cell
            try Asks(scope).insert(ask, tokenHash: token.hash)
            if let cell { try AnswerTallies(scope).add(asked: 1, to: cell) }
            guard let person = people[helper] else { continue }
            try Post(house: house, town: town).send(
                letters.ask(ask, token, of: request, category, place, byName: byName, to: person), to: person, in: scope)
        }
    }
}
