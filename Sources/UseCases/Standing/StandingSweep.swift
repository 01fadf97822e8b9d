import Domain
import Persistence
import Secrets

/// The day before, the helper is reminded; once a month both are asked whether all is well. By day only; may be repeated at any time.
struct StandingSweep: TownSweep {
    static let job = "standing.sweep"
    static let batch = 100
    let house: House

    func turn(in facts: TownFacts) async throws {
        let (town, now) = (facts.town, house.world.now())
        guard RungClock(town, at: now).waking(atOrAfter: now) == now else { return }
        var last: ID<HelpRequest>?
        repeat {
            let after = last
            let (pairs, due) = try await house.read(town) { scope in
                let pairs = try StandingPairs(scope).live(after: after, atMost: Self.batch)
                let turn = StandingTurn(house: house, town: town, scope: scope, now: now)
                return (pairs, try pairs.filter { try isDue($0, turn) }.map(\.request))
            }
            if !due.isEmpty {
                try await house.write(town) { scope in
                    try StandingChecks(scope).forget(before: now.adding(months: -ReserveCheck.keptMonths, in: town.timeZone))
                    for request in due { try look(after: request, town, in: scope, now: now) }
                }
            }
            last = pairs.count == Self.batch ? pairs.last?.request : nil
        } while last != nil
    }

    private func isDue(_ pair: StandingPair, _ turn: StandingTurn) throws -> Bool {
        if pair.askedAt <= Silence.limit(turn.now, in: turn.town.timeZone) { return true }
        guard pair.firstDay != nil, let request = try HelpRequests(turn.scope).find(pair.request),
            let rhythm = try turn.rhythm(of: request)
        else { return false }
        let tomorrow = turn.today.adding(days: 1)
        return try rhythm.contains(tomorrow) && StandingOccasions(turn.scope).find(pair.request, on: tomorrow) == nil
    }

    private func look(after id: ID<HelpRequest>, _ town: Town, in scope: TownTransaction, now: Moment) throws {
        guard let request = try HelpRequests(scope).find(id), request.status == .matched, let match = try Matches(scope).active(for: id),
            match.isOfNeighbour
        else { return }
        let turn = StandingTurn(house: house, town: town, scope: scope, now: now)
        try remind(turn, request, match)
        guard try StandingPairs(scope).takeQuestion(for: id, since: Silence.limit(now, in: town.timeZone), now: now) else { return }
        try turn.proposeSecond(for: request, besides: match.helper)
        try ask(turn, request, match)
    }

    /// Whoever comes every day needs no reminder.
    private func remind(_ turn: StandingTurn, _ request: HelpRequest, _ match: Match) throws {
        let tomorrow = turn.today.adding(days: 1)
        guard let rhythm = try turn.rhythm(of: request), rhythm.rhythm != .daily, rhythm.contains(tomorrow),
            try StandingOccasions(turn.scope).find(request.id, on: tomorrow)?.cannotAt == nil,
            let helper = try People(turn.scope).find(match.helper), helper.isMailed,
            let category = try Categories(turn.scope).find(request.category),
            try StandingPairs(turn.scope).takeReminder(of: tomorrow, for: request.id)
        else { return }
        let token = Token()
        try StandingOccasions(turn.scope).remind(request.id, of: tomorrow, tokenHash: token.hash, now: turn.now)
        let day = tomorrow.midnight(in: turn.town.timeZone)
        try Post(house: house, town: turn.town).send(turn.letters.reminder(category, day, token, to: helper), to: helper, in: turn.scope)
    }

    /// Whoever reads no mail is rung by the owner.
    private func ask(_ turn: StandingTurn, _ request: HelpRequest, _ match: Match) throws {
        let people = try People(turn.scope).find([request.asker, match.helper])
        guard let asker = people[request.asker], let helper = people[match.helper] else { return }
        for (person, other) in [(asker, helper), (helper, asker)] {
            guard person.isMailed else {
                try StandingCall(turn: turn, request: request).ring(person.id, .outcome, within: .days(1))
                continue
            }
            let token = Token()
            let check = StandingCheck(id: house.world.id(), request: request.id, person: person.id, sentAt: turn.now)
            try StandingChecks(turn.scope).insert(check, tokenHash: token.hash)
            try Post(house: house, town: turn.town).send(turn.letters.check(other, token, to: person), to: person, in: turn.scope)
        }
    }
}

/// The owner rings somebody of a pair.
struct StandingCall {
    let turn: StandingTurn
    let request: HelpRequest

    func ring(_ person: ID<Person>, _ reason: RingBack.Reason, within time: Duration) throws {
        guard try !RingBacks(turn.scope).isOpen(reason, about: request.id) else { return }
        let due = RungClock(turn.town, at: turn.now).waking(atOrAfter: turn.now + time)
        try RingBacks(turn.scope).insert(
            RingBack(
                id: turn.house.world.id(), request: request.id, person: person, neighbourhood: request.neighbourhood, reason: reason,
                createdAt: turn.now, dueAt: due))
    }
}
