import Domain
import Persistence

/// What a request's clock brings: a wave of asks, more waiting, or the next rung. It does nothing for one that is answered or gone.
struct LadderStep {
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment

    var settings: LadderSettings { town.ladder(at: now) }
    var clock: RungClock { RungClock(settings, in: town.timeZone) }

    func run(_ id: ID<HelpRequest>) throws {
        guard var request = try HelpRequests(scope).find(id), request.status == .open else { return }
        guard let due = request.rungDue, due > now, let category = try Categories(scope).find(request.category) else {
            return try climb(&request)
        }
        if request.rung.isInPerson { return try arrive(request, due) }
        if request.rung.asksOrganisations {
            let round = OrganisationRound(house: house, town: town, scope: scope, now: now)
            guard let next = try round.run(request) else { return try climb(&request) }
            return try wait(request, until: next, due)
        }
        if try ContactStops(scope).holds(anyOf: [request.asker, request.beneficiary]) { return try climb(&request) }
        let asking = WaveAsking(step: self, request: request, category: category, rates: try AnswerTallies(scope).rates())
        if let pause = try pause(asking) { return try wait(request, until: pause, due) }
        if try asking.askChosenHelper() { return try waitForAnswers(asking) }
        let result = try asking.result(from: nil)
        if !result.found.isEmpty { return try ask(result, asking) }
        if let later = try laterTurn(asking, due) { return try wait(request, until: later, due) }
        try climb(&request)
    }

    /// Alone, or where many are being asked for, together with them.
    private func ask(_ result: HelperSearch.Result, _ asking: WaveAsking) throws {
        let areMany = try HelpRequests(scope).countAsking() >= settings.plannedFrom
        if areMany, try JointPlanning(step: self).run().contains(asking.request.id) { return }
        try asking.askWave(result)
        try waitForAnswers(asking)
    }

    /// A request that begins with somebody in person: they hear of it at its first step.
    private func arrive(_ request: HelpRequest, _ due: Moment) throws {
        if request.climbed.isEmpty { try Ladder(house).tellOwner(of: request, town, in: scope) }
        try Ladder.schedule(request.id, at: due, in: scope)
    }

    /// When to look again although nobody is to be asked now: those who were asked may still answer, or somebody is free in a while.
    private func laterTurn(_ asking: WaveAsking, _ due: Moment) throws -> Moment? {
        let next = try asking.nextWave()
        if try next < due && asking.isAnybodyThere(at: next) { return next }
        guard asking.request.rung == .wider, try !Asks(scope).open(for: asking.request.id).isEmpty else { return nil }
        return due
    }

    /// Until when nobody is asked: by night, unless what is urgent finds somebody who agreed to it, and while those of the last wave still
    /// have time to answer.
    private func pause(_ asking: WaveAsking) throws -> Moment? {
        let request = asking.request
        if clock.isNight(now), try request.urgency < .urgent || !asking.isAnybodyThere(at: now) { return clock.waking(atOrAfter: now) }
        guard let last = try Waves(scope).latest(for: request.id), last.dueAt > now else { return nil }
        return try Asks(scope).open(for: request.id).isEmpty ? nil : last.dueAt
    }

    func waitForAnswers(_ asking: WaveAsking) throws {
        try wait(asking.request, until: asking.nextWave(), asking.request.rungDue ?? now)
    }

    private func wait(_ request: HelpRequest, until moment: Moment, _ due: Moment) throws {
        try Ladder.schedule(request.id, at: min(moment, due), in: scope)
    }

    private func climb(_ request: inout HelpRequest) throws {
        let before = request.rung
        try Ladder(house).climb(&request, town: town, in: scope, now: now)
        if request.rung == before, request.rung == .duty { try askAgain(request) }
    }

    /// At the top the clock begins anew; meanwhile somebody may have signed up, or have a free week again.
    private func askAgain(_ request: HelpRequest) throws {
        guard try Ladder(house).mayAskHelpers(for: request, town, in: scope, now: now), !clock.isNight(now),
            let category = try Categories(scope).find(request.category)
        else { return }
        let asking = WaveAsking(step: self, request: request, category: category, rates: try AnswerTallies(scope).rates())
        let result = try asking.result(from: nil)
        if !result.found.isEmpty { try asking.askWave(result) }
    }
}
